/** Cases on their way from the list to a collection or the tray, as a drag carries them. */
const kind = 'application/x-okm-cases';

export const draggedCases = {
  isIn: ({ types }: DataTransfer) => types.includes(kind),
  write: (transfer: DataTransfer, ids: readonly string[]) => {
    transfer.effectAllowed = 'copy';
    transfer.setData(kind, ids.join(' '));
  },
  read: (transfer: DataTransfer): readonly string[] => transfer.getData(kind).split(' ').filter(Boolean),
};
