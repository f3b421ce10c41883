/** The Hub keeps models and datasets apart: both may have a repository of the same name. */
export type RepoType = 'model' | 'dataset';

/** A repository of the Hub. What may be either is always named with its type, so that nothing is asked of the other. */
export interface RepoRef {
  repoType: RepoType;
  /** `org/name`, or a legacy id of one segment such as `gpt2`. */
  repo: string;
}

export const modelRepo = (repo: string): RepoRef => ({ repoType: 'model', repo });

export const datasetRepo = (repo: string): RepoRef => ({ repoType: 'dataset', repo });
