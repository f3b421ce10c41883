export interface TreeItem {
  name: string;
  type: 'file' | 'directory';
  oid: string;
}

export interface Commit {
  oid: string;
  tree: string;
  parents: string[];
  author: string;
  /** ISO time of the committer. */
  at: string;
  title: string;
  body: string;
}

/** Reads a commit object; messages are UTF-8. */
export function parseCommit(oid: string, content: Buffer): Commit {
  const text = content.toString();
  const split = text.indexOf('\n\n');
  const head = text.slice(0, split).split('\n');
  const message = text.slice(split + 2);
  const field = (name: string): string[] =>
    head.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const [author = '', at = '0'] = /^(.*) <.*> (\d+) /.exec(field('committer')[0] ?? '')?.slice(1) ?? [];
  const [title = '', ...rest] = message.split('\n');
  return {
    oid,
    tree: field('tree')[0] ?? '',
    parents: field('parent'),
    author,
    at: new Date(Number(at) * 1000).toISOString(),
    title,
    body: rest.join('\n').trim(),
  };
}

/** Reads a tree object: `mode name NUL id`, again and again. */
export function parseTree(content: Buffer): TreeItem[] {
  const items: TreeItem[] = [];
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const nul = content.indexOf(0, space);
    items.push({
      name: content.subarray(space + 1, nul).toString(),
      type: content.subarray(at, space).toString() === '40000' ? 'directory' : 'file',
      oid: content.subarray(nul + 1, nul + 21).toString('hex'),
    });
    at = nul + 21;
  }
  return items;
}
