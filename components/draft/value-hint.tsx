import { useQuery } from '@tanstack/react-query';
import { boardQuery } from '../../lib/messaging/board-queries.ts';
import { useSay } from '../ui/say.tsx';
import { boardWords, taskWords } from './task-words.ts';

/** What a value of this task looks like: its scale, its direction, and the values that the board holds. */
export function ValueHint({ dataset, task }: { dataset: string; task: string }) {
  const say = useSay();
  const board = useQuery({ ...boardQuery({ dataset, task }), enabled: dataset !== '' && task !== '' });
  if (dataset === '' || task === '') return null;
  const words = [...taskWords(dataset, task, board.data, say), board.data && boardWords(board.data, say)];
  return words.filter((one) => one !== undefined).join(' · ');
}
