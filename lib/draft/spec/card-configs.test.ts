import { describe, expect, it } from 'vitest';
import { cardConfigs } from './card-configs.ts';

const read = (metadata: string) => {
  const configs = cardConfigs(metadata);
  return configs && Object.fromEntries(configs);
};

// Shapes of https://huggingface.co/docs/hub/datasets-manual-configuration.
describe('the configs that a card names', () => {
  it('are those of its files, with their splits', () => {
    const two = [
      'license: mit',
      'configs:',
      '- config_name: main',
      '  data_files:',
      '  - split: train',
      '    path: "data/train.csv"',
      '  - split: test',
      '    path: [a.csv, b.csv]',
      '- config_name: extra',
      '  data_files: "extra.csv"',
    ].join('\n');
    expect(read(two)).toEqual({ main: ['train', 'test'], extra: undefined });
  });

  it('may stand in the description of the data, alone or beside the files', () => {
    expect(read('dataset_info:\n  splits:\n  - name: test\n')).toEqual({ default: ['test'] });
    const both = 'configs:\n- config_name: a\ndataset_info:\n- config_name: a\n  splits:\n  - name: test\n';
    expect(read(both)).toEqual({ a: ['test'] });
  });

  it.each(['', 'license: mit', 'configs: main', 'configs: []', 'configs: [', '- a', '*x', 'a: *x', '\0', '12'])(
    'are none where the card says none: %j',
    (metadata) => expect(read(metadata)).toBeUndefined(),
  );

  it('are not thrown off by odd values', () => {
    expect(read('configs:\n- config_name: 7\n  data_files:\n  - split: 3\n- 5\n')).toEqual({ default: undefined });
    const bomb = `a: &a [${'x,'.repeat(50)}]\n${Array.from({ length: 40 }, (_, i) => `b${i}: [*a, *a, *a]`).join('\n')}`;
    expect(read(bomb)).toBeUndefined();
  });
});
