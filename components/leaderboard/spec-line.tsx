import type { BenchmarkSpec } from '../../lib/evals/board/board.ts';
import { runCommand } from '../../lib/evals/view/board/commands.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HubLink, SourceLink } from '../ui/link.tsx';
import { useSay } from '../ui/say.tsx';
import { Foreign } from '../ui/text.tsx';

interface SpecProps {
  spec: BenchmarkSpec;
  task: string | undefined;
  onCopy: (text: string) => void;
}

const fileOf = (dataset: string, line: number | null) =>
  `https://huggingface.co/datasets/${dataset}/blob/main/eval.yaml${line === null ? '' : `#L${line}`}`;

/** The specification in short, what is wrong with it by line, and the command that runs the task. */
export function SpecLine({ spec, task, onCopy }: SpecProps) {
  const say = useSay();
  const { findings, dataset } = spec;
  const chosen = spec.tasks.find(({ id }) => id === task) ?? spec.tasks[0];
  return (
    <div className="cb-spec">
      {spec.file === 'read' && (
        <details className="cb-disclosure">
          <summary>
            <span className={`cb-word ${findings.length > 0 ? 'cb-differs' : 'cb-agree'}`}>
              <Icon name={findings.length > 0 ? 'differs' : 'agree'} size={12} />
              {findings.length > 0 ? say('boardSpecFindings', findings.length) : say('boardSpecFine')}
            </span>
          </summary>
          <div className="cb-disclosed">
            {spec.description && <Foreign text={spec.description} most={600} />}
            <ul>
              {spec.tasks.map(({ id, config, split, epochs, solvers, scorers }) => (
                <li key={id}>
                  <Foreign
                    text={say(
                      'boardSpecTask',
                      id,
                      config ?? say('boardSpecDefault'),
                      split ?? `test (${say('boardSpecDefault')})`,
                    )}
                  />
                  <span className="cb-meta">
                    {epochs !== undefined && ` · ${say('boardSpecEpochs', epochs)}`}
                    {[...solvers, ...scorers].length > 0 && (
                      <Foreign text={` · ${[...solvers, ...scorers].join(', ')}`} />
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {findings.map((finding) => (
              <p key={`${finding.line} ${finding.rule} ${finding.at}`} className="cb-finding">
                <HubLink url={fileOf(dataset, finding.line)}>
                  {finding.line === null ? 'eval.yaml' : say('boardSpecLine', `${finding.line}`)}
                </HubLink>{' '}
                <Foreign text={say(finding.message)} />
                {finding.text && (
                  <code className="cb-mono">
                    <Foreign text={finding.text} />
                  </code>
                )}
              </p>
            ))}
            <HubLink url={fileOf(dataset, null)}>eval.yaml</HubLink>
          </div>
        </details>
      )}
      <Run spec={spec} task={chosen?.id} onCopy={onCopy} />
    </div>
  );
}

function Run({ spec, task, onCopy }: SpecProps) {
  const say = useSay();
  const command = runCommand(spec, task);
  return (
    <details className="cb-disclosure">
      <summary>{say('boardRun')}</summary>
      <div className="cb-disclosed">
        {command ? (
          <>
            <pre className="cb-mono">{command.text}</pre>
            <Button outlined onClick={() => onCopy(command.text)}>
              {say('boardCopy')}
            </Button>{' '}
            <span className="cb-meta">
              {say('boardRunWhere')} <SourceLink url={command.source} />
            </span>
          </>
        ) : (
          <p>
            {spec.framework ? (
              <Foreign text={say('boardRunNone', spec.framework)} />
            ) : (
              say(spec.file === 'read' ? 'boardRunNoFramework' : 'boardRunUnknown')
            )}
          </p>
        )}
      </div>
    </details>
  );
}
