/** Gives the reader a file to keep; `type` is its media type. */
export function saveFile({ name, type, text }: { name: string; type: string; text: string }): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The download has its own hold on the text once it has begun.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
