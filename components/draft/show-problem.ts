/**
 * Leads to the line of a problem: to the box that accepts it, where there is one, else to the line itself, so that it is
 * read out. False where no such line stands in the form.
 */
export function showProblem(form: HTMLFormElement | null, id: string | undefined): boolean {
  const lines = [...(form?.querySelectorAll<HTMLElement>('[data-problem]') ?? [])];
  const line = lines.find(({ dataset }) => dataset.problem === id);
  if (!line) return false;
  const box = line.querySelector<HTMLElement>('input[type=checkbox]');
  if (!box) {
    // For this once: a line is no stop on the way of the keyboard, nor of the mouse.
    line.tabIndex = -1;
    line.addEventListener('blur', () => line.removeAttribute('tabindex'), { once: true });
  }
  (box ?? line).focus();
  line.scrollIntoView?.({ block: 'center' });
  return true;
}

/** Selects a line of a text in its field, in the middle of what is seen of it. */
export function showLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const at = Math.min(line, lines.length) - 1;
  const from = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
  field.focus();
  field.setSelectionRange(from, from + (lines[at]?.length ?? 0));
  field.scrollTop = (field.scrollHeight * at) / lines.length - field.clientHeight / 2;
}
