const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "12.3 kB" in the reader's language; a kilobyte is 1,000 bytes. */
export function formatBytes(locale: string, bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
