import { doors } from '../doors.ts';

/**
 * Brings the cell of the card that a score was read from into view, highlights it for a moment and gives its mark the
 * focus. False where the card on this page has no such cell.
 */
export const showInCard = (score: string): boolean => doors().marks?.show(score) ?? false;
