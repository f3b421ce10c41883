import { type CompareBrowser, CompareWithData } from '../../components/compare/compare-data.tsx';
import { saveFile } from '../../components/ui/save-file.ts';
import { mountPage, pageLanguage } from '../options/mount-page.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/page.css';
import '../../components/ui/menu.css';
import '../../components/compare/compare.css';

const ports: CompareBrowser = {
  selection: () => new URLSearchParams(location.search).get('models'),
  select(models) {
    const url = new URL(location.href);
    url.searchParams.set('models', models);
    // The slash and the comma stay readable: both may stand in a query as they are.
    history.replaceState(null, '', url.href.replaceAll('%2F', '/').replaceAll('%2C', ','));
  },
  address: () => location.href,
  saveFile: (name, type, text) => saveFile({ name, type, text }),
  copy: (text) => navigator.clipboard.writeText(text),
};

const say = pageLanguage();
document.title = say('compareTitle');
mountPage(<CompareWithData ports={ports} />, say);
