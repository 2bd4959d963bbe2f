const numbers =
  /\d+(?:[.,]\d+)*%?|[〇零一二两三四五六七八九十百千万亿半]+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter)\b/gi;

/** Words more often than numbers (一起, one of them); where one stands for a number, its change shows the other. */
const mostlyWords = new Set(['一', 'one']);

/** The numbers that a text holds, in figures and in words of both languages, in their order. */
export function numbersOf(text: string): string {
  const found = text.normalize('NFKC').toLowerCase().match(numbers) ?? [];
  return found.filter((number) => !mostlyWords.has(number)).join(' ');
}
