import { repositoryInfo } from '../api/model-info.ts';
import type { Context } from '../http/context.ts';
import type { PageVariant } from '../model/hub.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { cardHtml } from './card-html.ts';
import { escapeHtml, island, shortCount } from './html.ts';
import { layout } from './layout.ts';
import { repositoryHeader } from './repository-header.ts';
import { resultsIsland } from './results-island.ts';

/** The variant of this request: the Hub's setting, or `?page=…` for a single one. */
function variantOf(context: Context): PageVariant {
  return (context.url.searchParams.get('page') as PageVariant | null) ?? context.hub.settings.pageVariant;
}

/** A model's card tab: card left, downloads, size, model tree and evaluation results right. */
export async function modelPage(context: Context, repository: HubRepository): Promise<string> {
  const variant = variantOf(context);
  const header = await repositoryHeader(context, repository, 'model-card');
  const readme = (await repository.text('README.md')) ?? '';
  const gate =
    repository.gated === false
      ? ''
      : `<div class="gate"><h2>You need to agree to share your contact information to access this model</h2><p>The files are shown to those who were granted access. The card can be read by everyone.</p><a class="button" href="/login">Log in or Sign Up to review the conditions</a></div>`;
  const card = `<section class="md:col-span-7 card-column"><div class="pt-8 border-gray-100 pb-24 card-body">${gate}<div class="model-card-content prose hf-sanitized">${cardHtml(readme)}</div></div></section>`;
  const side = variant === 'no-right-column' ? '' : await rightColumn(repository, variant);
  const main = `${variant === 'no-header-island' ? header.replace('data-target="ModelHeader"', 'data-target="RepoHeader"') : header}
<div class="container relative flex flex-col md:grid md:space-y-0 w-full md:grid-cols-12 md:flex-1 md:grid-rows-full space-y-4 md:gap-6">${card}${side}</div>`;
  return layout(context, { title: `${repository.id} · Hugging Face`, kind: 'ModelPage', main });
}

async function rightColumn(repository: HubRepository, variant: PageVariant): Promise<string> {
  const info = await repositoryInfo(repository, [
    'downloads',
    'safetensors',
    'baseModels',
    'pipeline_tag',
    'library_name',
  ]);
  const results = variant === 'no-results-island' ? '' : resultsIsland(repository, await repository.evalResults());
  const blocks = [
    `<div class="side-block downloads"><div><div class="side-label">Downloads last month</div><div class="downloads-count">${Number(info.downloads ?? 0).toLocaleString('en-US')}</div></div>${sparkline(repository.id)}</div>`,
    tensors(info.safetensors),
    inference(info.pipeline_tag),
    modelTree(info.baseModels),
    results,
  ];
  return `<section class="pt-8 border-gray-100 md:col-span-5 pt-6 md:pb-24 md:pl-6 md:border-l order-first md:order-none side-column">${blocks.join('')}</section>`;
}

/** A line that depends on the name only: the shape of a download curve, no figures. */
function sparkline(seed: string): string {
  const points = Array.from({ length: 24 }, (_, i) => {
    const wave = Math.sin(i * 0.7 + seed.length) * 6 + Math.sin(i * 1.9 + (seed.codePointAt(0) ?? 0)) * 4;
    return `${i * 10},${(26 - i * 0.5 + wave).toFixed(1)}`;
  });
  return `<svg class="sparkline" viewBox="0 0 230 44" aria-hidden="true"><polyline points="${points.join(' ')}" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;
}

function tensors(safetensors: unknown): string {
  const { parameters, total } = (safetensors ?? {}) as { parameters?: Record<string, number>; total?: number };
  if (!total) return '';
  const types = Object.keys(parameters ?? {}).map((type) => `<span class="chip">${escapeHtml(type)}</span>`);
  const inner = `<div class="side-block"><h2 class="side-title">Safetensors</h2><div class="chips"><span class="chip-label">Model size</span><span class="chip">${shortCount(total)} params</span><span class="chip-label">Tensor type</span>${types.join('')}</div></div>`;
  return island('ModelTensorsParams', { modelId: '', safetensors }, inner);
}

function inference(pipeline: unknown): string {
  const inner = `<div class="side-block"><h2 class="side-title">Inference Providers</h2>${pipeline ? `<div class="widget"><span class="chip">${escapeHtml(pipeline)}</span><div class="widget-box">Input a message to start chatting.</div></div>` : '<p class="muted">This model isn’t deployed by any Inference Provider.</p>'}</div>`;
  return island('InferenceWidget', { pipeline, hardware: HARDWARE, callApiOnMount: false }, inner);
}

function modelTree(baseModels: unknown): string {
  const { models = [], relation } = (baseModels ?? {}) as { models?: { id: string }[]; relation?: string };
  if (models.length === 0) return '';
  const rows = models.map(
    ({ id }) => `<div class="tree-row"><span>Base model</span><a href="/${escapeHtml(id)}">${escapeHtml(id)}</a></div>`,
  );
  return `<div class="side-block"><h2 class="side-title">Model tree</h2><div class="tree-box">${rows.join('')}<div class="tree-row"><span>${escapeHtml(relation ?? 'finetune')}</span><b>this model</b></div></div></div>`;
}

/** Props of the real widget list hardware and providers at length; this stands for their weight. */
const HARDWARE = Array.from({ length: 220 }, (_, i) => ({
  sku: `accelerator-${i}`,
  label: `Accelerator of kind ${i}`,
  memoryInGB: 8 * ((i % 12) + 1),
  tflops: 10 + i * 3,
  providers: ['provider-a', 'provider-b', 'provider-c'].slice(0, (i % 3) + 1),
}));
