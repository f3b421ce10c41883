import { Marked } from 'marked';

const marked = new Marked({ gfm: true });
const BLANK = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='88' height='20'/%3E";

/** A card's Markdown as the Hub shows it: front matter gone, scripts and handlers gone, nothing loaded from elsewhere. */
export function cardHtml(readme: string): string {
  const body = readme.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n?/, '');
  return (marked.parse(body) as string)
    .replace(
      /<(script|style|iframe|object|embed|form|link|meta|base|video|audio|source)\b[\s\S]*?(?:<\/\1\s*>|>)/gi,
      '',
    )
    .replace(/\s(on\w+|srcset|style|background)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ` src="${BLANK}"`)
    .replace(/\shref\s*=\s*(["']?)\s*javascript:[^"'>]*\1/gi, '')
    .replaceAll('<table', '<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<a href="http', '<a rel="nofollow" href="http');
}
