/** One commit to make: its time decides the Hub's default date of entries without one. */
export interface CommitPlan {
  /** ISO time, to the second. */
  at: string;
  author?: string;
  message: string;
  /** Path → content; `null` deletes. */
  files: Record<string, string | Uint8Array | null>;
  /** Second parent of a merge, as a commit id. */
  merge?: string;
}

export type DiscussionStatus = 'draft' | 'open' | 'closed' | 'merged';

/** A discussion, or (with `commits`) a pull request. */
export interface DiscussionPlan {
  num: number;
  title: string;
  /** Missing for a deleted user. */
  author?: string;
  /** ISO time. */
  createdAt: string;
  status: DiscussionStatus;
  /** First comment, Markdown. */
  description?: string;
  /** What its ref `refs/pr/N` adds to main; absent for a plain discussion. */
  commits?: CommitPlan[];
}

/** One item of `evalResults`, as a recording holds it. */
export interface RecordedItem {
  filename: string;
  verified?: boolean;
  data?: Record<string, unknown>;
  error?: string;
  pullRequest?: number;
}

/** What the Hub answers for one file though its text alone does not lead there (its text was not recorded). */
export interface KeptAnswer {
  path: string;
  /** Absent for main. */
  pullRequest?: number;
  items: RecordedItem[];
}

/** An entry that the Hub has verified: nothing in the file alone can say so. */
export interface VerifiedEntry {
  path: string;
  pullRequest?: number;
  /** Position in the file's list, from 0. */
  index: number;
}

/** Everything that makes a repository. */
export interface RepositoryPlan {
  type: 'model' | 'dataset';
  /** `org/name`. */
  id: string;
  /** Former names that redirect here, `gpt2`. */
  aliases: string[];
  /** Fields of the API's answer that git does not know: `tags`, `gated`, `downloads`, … */
  facts: Record<string, unknown>;
  /** Users who may read it when it is private or gated. */
  readers: string[];
  discussionsDisabled?: boolean;
  /** Commits of main, the first one first. */
  commits: CommitPlan[];
  discussions: DiscussionPlan[];
  kept: KeptAnswer[];
  verified: VerifiedEntry[];
  /** A recording answered `[]` where the Hub usually leaves the key away. */
  answersEmptyList?: boolean;
}
