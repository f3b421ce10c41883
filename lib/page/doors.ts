/** What the scripts of ours that live in one page do for one another. */
export interface Doors {
  marks?: {
    /** Scrolls to the cell of a score and highlights it. False where the card shows no such cell. */
    show(score: string): boolean;
    /** Hides all marks, or shows them again. */
    setShown(shown: boolean): void;
    readonly shown: boolean;
    /** How many scores of the report stand in the card. */
    readonly count: number;
  };
  panel?: {
    /** Opens what is said of a score, and brings it into view. */
    explain(score: string): void | Promise<void>;
  };
}

const NAME = Symbol.for('crosscheck');

/**
 * The doors between our content scripts. All scripts of an extension share one world of a page, which the page itself
 * does not see: what stands here needs no message and cannot be forged.
 */
export function doors(): Doors {
  const world = globalThis as { [NAME]?: Doors };
  world[NAME] ??= {};
  return world[NAME];
}
