import { describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { anEntry, aPullRequest, aReport } from '../../../test/fixtures/reports.ts';
import { catalogueLookup, createSay } from '../say.ts';
import { compareBibtex } from './compare-bibtex.ts';
import { compareCsv } from './compare-csv.ts';
import { toCompareJson } from './compare-json.ts';
import { compareMarkdown } from './compare-markdown.ts';
import { compareRows } from './compare-rows.ts';
import { whatDiffers } from './what-differs.ts';

const say = createSay(catalogueLookup(english), 'en');
const sha = '6cee5e81ee83917806bbde320786a8fb61efebee';
// Values and pull request as recorded of openai/gpt-oss-20b; the hostile words are our own.
const one = aReport({
  repo: 'openai/gpt-oss-20b',
  facts: { sha },
  entries: [
    anEntry({ value: '80.1', notes: 'Reasoning: high', pullRequest: 178, path: '.eval_results/gpqa.yaml', line: 3 }),
    anEntry({
      value: '67.1',
      notes: '=HYPERLINK("x")|\n# }% \\end{document}',
      path: '.eval_results/gpqa.yaml',
      line: 9,
    }),
  ],
  pullRequests: [aPullRequest(178)],
});
const two = aReport({
  repo: 'zai-org/GLM-5.3-Flash',
  entries: [anEntry({ value: '30.50', dataset: 'cais/hle', task: 'hle' })],
});
const reports = [one, two, undefined];
const models = ['openai/gpt-oss-20b', 'zai-org/GLM-5.3-Flash', 'org/unread'];
const rows = compareRows(reports);

describe('the compare table as a file', () => {
  it('CSV has one row a score, with the value as written and a link to the commit', () => {
    const lines = compareCsv(rows, reports, say).split('\r\n');
    expect(lines).toHaveLength(5);
    const [high] = lines.filter((line) => line.includes(',80.1,'));
    expect(high).toContain(`/openai/gpt-oss-20b/blob/${'178'.padStart(40, 'a')}/.eval_results/gpqa.yaml#L3,true`);
    expect(lines.find((line) => line.includes(',67.1,'))).toContain(`/blob/${sha}/.eval_results/gpqa.yaml#L9,true`);
    expect(lines.find((line) => line.includes('30.50'))).toContain('/blob/main/.eval_results/results.yaml,false');
    expect(compareCsv(rows, reports, say)).toContain(`"'=HYPERLINK(""x"")`);
  });

  it('Markdown has a column for each model, and a dash where nothing is reported', () => {
    const table = compareMarkdown(models, rows, reports, say);
    const [head, , gpqa, hle] = table.split('\n');
    expect(head?.split(' | ')).toHaveLength(4);
    expect(gpqa).toContain('[80\\.1]'.replace('\\.', '.'));
    expect(gpqa).toMatch(/\| – \| – \|$/);
    expect(hle).toMatch(
      /\| – \| \[30\.50\]\(<https:\/\/huggingface\.co\/zai-org\/GLM-5\.3-Flash\/blob\/main\/.*>\) \| – \|$/,
    );
  });

  it('JSON says null where nothing is known, and survives a round trip', () => {
    const json = toCompareJson(models, rows, reports, whatDiffers(rows, [0, 1]), say);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.models[2]).toEqual({ id: 'org/unread', at: null, commit: null, gaps: null });
    expect(json.rows[0]?.cells[1]).toBeNull();
    expect(json.rows[0]?.cells[0]?.scores[0]?.permalink).toEqual({ url: expect.stringContaining('#L3'), pinned: true });
  });

  it('BibTeX has an entry for each score under a key of its own, and no text that ends a field', () => {
    const bib = compareBibtex(rows, reports);
    expect(bib.match(/^@misc\{[\w-]+,$/gm)).toEqual([
      '@misc{openai-gpt-oss-20b-gpqa-diamond,',
      '@misc{openai-gpt-oss-20b-gpqa-diamond-2,',
      '@misc{zai-org-glm-5-3-flash-humanity-s-last-exam-hle,',
    ]);
    // Outside escapes every brace that opens closes.
    const bare = bib.replace(/\\[{}\\]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
    expect(bib).toContain(`\\url{https://huggingface.co/openai/gpt-oss-20b/blob/${sha}/.eval_results/gpqa.yaml#L9}`);
  });
});
