import type { LucideIcon } from 'lucide-react';
import {
  ArrowDown,
  ArrowUp,
  Bookmark,
  CaseSensitive,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  Columns2,
  Copy,
  CornerDownRight,
  Crosshair,
  Download,
  Ellipsis,
  Eye,
  Filter,
  Folder,
  GalleryVerticalEnd,
  Grid3x3,
  GripVertical,
  History,
  Info,
  LibraryBig,
  ListTree,
  MapPin,
  Maximize2,
  MessageCircleQuestion,
  Minus,
  NotebookText,
  PanelRight,
  PencilLine,
  Plus,
  Redo2,
  Search,
  SlidersHorizontal,
  SquareSplitHorizontal,
  Tag,
  Trash2,
  TriangleAlert,
  Undo2,
  Upload,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';

type Size = 13 | 14 | 16 | 20;

/** A sign of one stroke weight, 1.5 px at any size; the words beside it, or the button's name, say what it is. */
function drawn(Icon: LucideIcon) {
  return function DrawnIcon({
    size = 16,
    className,
  }: {
    readonly size?: Size;
    readonly className?: string | undefined;
  }) {
    return (
      <Icon
        size={size}
        strokeWidth={1.5}
        absoluteStrokeWidth
        aria-hidden="true"
        focusable="false"
        {...(className === undefined ? {} : { className })}
      />
    );
  };
}

export const BackIcon = drawn(ChevronLeft);
export const CheckIcon = drawn(Check);
export const CloseIcon = drawn(X);
export const CompareIcon = drawn(Columns2);
export const CopyIcon = drawn(Copy);
export const DeleteIcon = drawn(Trash2);
export const DownIcon = drawn(ChevronDown);
export const EditIcon = drawn(PencilLine);
export const ExportIcon = drawn(Upload);
export const FilterIcon = drawn(Filter);
export const ForwardIcon = drawn(ChevronRight);
export const InfoIcon = drawn(Info);
export const LibraryIcon = drawn(LibraryBig);
export const MatrixIcon = drawn(Grid3x3);
export const MinusIcon = drawn(Minus);
export const MoreIcon = drawn(Ellipsis);
export const NextIcon = drawn(ArrowDown);
export const NotesIcon = drawn(PencilLine);
export const OutlineIcon = drawn(ListTree);
export const PaneIcon = drawn(PanelRight);
export const PlacesIcon = drawn(MapPin);
export const PlusIcon = drawn(Plus);
export const PreviewIcon = drawn(Eye);
export const PreviousIcon = drawn(ArrowUp);
export const QuestionIcon = drawn(MessageCircleQuestion);
export const RedoIcon = drawn(Redo2);
export const ResetIcon = drawn(Maximize2);
export const SearchIcon = drawn(Search);
export const SettingsIcon = drawn(SlidersHorizontal);
export const SplitIcon = drawn(SquareSplitHorizontal);
export const TagIcon = drawn(Tag);
export const TypeSizeIcon = drawn(CaseSensitive);
export const UndoIcon = drawn(Undo2);
export const WarnIcon = drawn(TriangleAlert);
export const ZoomInIcon = drawn(ZoomIn);
export const ZoomOutIcon = drawn(ZoomOut);
export const BookmarkIcon = drawn(Bookmark);
export const GripIcon = drawn(GripVertical);
export const PacketsIcon = drawn(NotebookText);
export const StudyIcon = drawn(GalleryVerticalEnd);
export const HistoryIcon = drawn(History);
export const AnswerIcon = drawn(CornerDownRight);
export const FolderIcon = drawn(Folder);
export const ImportIcon = drawn(Download);
export const ConfirmIcon = drawn(CircleCheck);
export const PlaceIcon = drawn(Crosshair);
