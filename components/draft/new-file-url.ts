import { fileUrl } from '../../lib/evals/view/links.ts';

/**
 * The page of the Hub where a file is written by hand, `repo` as it stands in the Hub's addresses: its editor for a file that is there, its new-file page with the
 * name for one that is not. Undefined for what is no path in a repository.
 */
export function newFileUrl(repo: string, path: string, isNew: boolean): string | undefined {
  const view = fileUrl(repo, { path }, 'main');
  if (!view || !/^(datasets\/)?[\w.-]+\/[\w.-]+$/.test(repo)) return undefined;
  if (!isNew) return view.replace('/blob/main/', '/edit/main/');
  return `https://huggingface.co/${repo}/new/main?${new URLSearchParams({ filename: path })}`;
}
