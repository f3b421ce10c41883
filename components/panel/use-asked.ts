import { useEffect, useRef, useState } from 'react';
import type { Group } from '../../lib/evals/report.ts';
import { type Asked, usePanel } from './panel-context.tsx';

/**
 * Opens a group's explanation when the reader asks for a score of it that something is said of, else unfolds its rows.
 * Returns the last question that was answered with an explanation.
 */
export function useAsked({ scores }: Group, openWhy: () => void, unfold: () => void): Asked | undefined {
  const [about, setAbout] = useState<Asked>();
  useTurn((asked) => {
    if (!scores.some(({ id }) => id === asked.score)) return;
    if (!asked.spokenOf) return unfold();
    setAbout(asked);
    openWhy();
  });
  return about;
}

/** Opens a row when the reader asks for a score that no verdict is about. */
export function useAskedRow(score: string, open: () => void): void {
  useTurn((asked) => {
    if (asked.score === score && !asked.spokenOf) open();
  });
}

/** Runs once for each question. */
function useTurn(answer: (asked: Asked) => void): void {
  const { asked } = usePanel();
  const answered = useRef<number>(undefined);
  useEffect(() => {
    if (!asked || answered.current === asked.turn) return;
    answered.current = asked.turn;
    answer(asked);
  });
}
