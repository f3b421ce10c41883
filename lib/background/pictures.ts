import { Refused } from '../messaging/refused.ts';
import { type Sender, tabShows } from '../messaging/senders.ts';
import type { PictureStore } from '../store/pictures.ts';
import type { PreferencesStore } from '../store/preferences.ts';
import { isSecret, type ReportStore } from '../store/reports.ts';
import type { Handlers } from './receive.ts';
import type { ReportDesk } from './report-desk.ts';

interface PictureParts {
  pictures: PictureStore;
  preferences: Pick<PreferencesStore, 'read'>;
  desk: Pick<ReportDesk, 'latest'>;
}

function checkTab(type: string, repo: string, sender: Sender): void {
  if (!tabShows(sender, repo)) throw new Refused(`"${type}" speaks of ${repo}, which this tab does not show`);
}

/** Pictures of panels: what the detector hangs until the panel is there, and what the panel leaves behind for it. */
export function createPictureHandlers(parts: PictureParts): Pick<Handlers, 'readPicture' | 'keepPicture'> {
  const { pictures, preferences, desk } = parts;
  return {
    readPicture(repo, sender) {
      checkTab('readPicture', repo, sender);
      // Nothing else is looked up: the page is being painted meanwhile. Whatever a choice of the reader makes untrue is gone.
      return pictures.read(repo);
    },
    async keepPicture({ repo, picture }, sender) {
      checkTab('keepPicture', repo, sender);
      const [{ place }, report] = await Promise.all([preferences.read(), desk.latest(repo)]);
      if (place === 'auto' && report && !isSecret(report)) await pictures.write(repo, picture);
    },
  };
}

/** The store of reports, with a picture never outliving the report that it shows. */
export function withPictures(store: ReportStore, pictures: PictureStore): ReportStore {
  return {
    ...store,
    async write(report) {
      await Promise.all([store.write(report), isSecret(report) && pictures.remove(report.repo)]);
    },
    async remove(repo) {
      await Promise.all([store.remove(repo), pictures.remove(repo)]);
    },
    async clear() {
      await Promise.all([store.clear(), pictures.clear()]);
    },
    async size() {
      const [reports, drawn] = await Promise.all([store.size(), pictures.size()]);
      return { count: reports.count, bytes: reports.bytes + drawn.bytes };
    },
  };
}
