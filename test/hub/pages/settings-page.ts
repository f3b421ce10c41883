import { owns } from '../http/access.ts';
import type { Context } from '../http/context.ts';
import { notPermitted } from '../http/fault.ts';
import type { HubRepository } from '../model/hub-repository.ts';
import { escapeHtml } from './html.ts';
import { layout } from './layout.ts';
import { repositoryHeader } from './repository-header.ts';

/** The settings tab, for those who may write the repository. */
export async function settingsPage(context: Context, repository: HubRepository): Promise<string> {
  if (!context.reader.user || !owns(context.reader.user, repository)) throw notPermitted();
  const header = await repositoryHeader(context, repository, 'settings');
  const main = `${header}<div class="container relative files"><h2>Settings of ${escapeHtml(repository.id)}</h2></div>`;
  return layout(context, { title: `${repository.id} · Settings`, kind: 'RepoSettingsPage', main });
}
