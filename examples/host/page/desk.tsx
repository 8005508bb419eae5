import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createFormJudge } from 'onething/forms';
import type { JsonObject, JsonSchema } from 'onething';
import type { Answer, Refusal } from 'onething/runtime';
import { Answers } from './answers.js';
import { api } from './api.js';
import type { Task, TaskView } from './api.js';
import { DrawnForm } from './drawn-form.js';
import { schemaOfAnything } from './places.js';
import { RefusalNote } from './refusal-note.js';
import { useWords } from './words.js';

const refreshMs = 5_000;

/** What lies on the desk of the authority that is signed in. */
export function DeskPage(): ReactNode {
  const { locale, say, textOf } = useWords();
  const [tasks, setTasks] = useState<Task[]>();
  const refresh = useCallback(() => void api.tasks().then(setTasks, () => undefined), []);
  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, refreshMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <>
      <h1>{say('desk')}</h1>
      {tasks?.length === 0 && <p>{say('nothing')}</p>}
      <ul className="choices">
        {tasks?.map(({ id, number, title, received, due, overdue }) => (
          <li key={id}>
            <span>
              {number} · {textOf(title)} · {new Date(received).toLocaleString(locale)}
              {due !== undefined && ` · ${say('due')} ${new Date(due).toLocaleDateString(locale)}`}
              {overdue === true && <strong> {say('overdue')}</strong>}
            </span>
            <a href={`#/task/${id}`}>{say('open')}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One task: what was handed in, and the decision. */
export function TaskPage({ id }: { id: string }): ReactNode {
  const { say, textOf } = useWords();
  const [task, setTask] = useState<TaskView>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => void api.task(id).then(setTask, () => (location.hash = '#/')), [id]);
  if (task === undefined) return null;
  const decide = async (answer: Answer): Promise<void> => {
    const receipt = await api.decide(task.id, answer);
    if (receipt.accepted) location.hash = '#/';
    else setRefusal(receipt.refusal);
  };
  return (
    <>
      <h1>
        {task.number} · {textOf(task.title)}
      </h1>
      {refusal !== undefined && <RefusalNote refusal={refusal} schema={task.output as JsonSchema} />}
      <h2>{say('given')}</h2>
      <Answers schema={schemaOfAnything(task.input)} data={task.input} />
      <Approval task={task} onDecide={(answer) => void decide(answer)} />
      <Refusing task={task} onDecide={(answer) => void decide(answer)} />
    </>
  );
}

interface DecisionProps {
  task: TaskView;
  onDecide: (answer: Answer) => void;
}

function Approval({ task, onDecide }: DecisionProps): ReactNode {
  const { locale, say } = useWords();
  const schema = task.output as JsonSchema;
  const [output, setOutput] = useState<JsonObject>({});
  const mistakes = createFormJudge(schema, locale)(output);
  const yields = Object.keys((schema as JsonObject)['properties'] ?? {}).length > 0;
  return (
    <section>
      <h2>{say('yields')}</h2>
      {yields && (
        <DrawnForm
          schema={schema}
          data={output}
          mistakes={mistakes}
          onChange={(data) => setOutput(data as JsonObject)}
        />
      )}
      <button
        type="button"
        className="main"
        disabled={mistakes.length > 0}
        onClick={() => onDecide({ status: 'approved', output })}
      >
        {say('approve')}
      </button>
    </section>
  );
}

/** To reject, or to return what has to be supplied anew. */
function Refusing({ task, onDecide }: DecisionProps): ReactNode {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const [needs, setNeeds] = useState<readonly string[]>([]);
  const toggle = (name: string): void =>
    setNeeds((before) => (before.includes(name) ? before.filter((one) => one !== name) : [...before, name]));
  return (
    <section>
      <label>
        {say('reason')}
        <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <fieldset>
        <legend>{say('whatToReturn')}</legend>
        {task.names.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={needs.includes(name)} onChange={() => toggle(name)} /> {name}
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <button
          type="button"
          disabled={needs.length === 0}
          onClick={() => onDecide({ status: 'returned', needs: [...needs], reason })}
        >
          {say('giveBack')}
        </button>
        <button
          type="button"
          disabled={reason === ''}
          onClick={() => onDecide({ status: 'rejected', reason })}
        >
          {say('reject')}
        </button>
      </p>
    </section>
  );
}
