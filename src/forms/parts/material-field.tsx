import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { isObject, omitUndefined } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { fileKind, typePattern } from '../../model/index.js';
import { sayIn } from '../text.js';
import { RadioGroup } from './radio-group.js';

/** A file that the host keeps, as an answer names it. */
export interface UploadedFile {
  id: string;
  name: string;
  type?: string;
  size?: number;
  sha256?: string;
}

/** Puts a file where the host keeps files, and says how answers name it. */
export type Upload = (file: File) => Promise<UploadedFile>;

/** How a material may be given in a form. */
export type MaterialWay = 'upload' | 'commitment' | 'deferral';

/** What files a material may be uploaded as. */
export interface FileLimits {
  types?: readonly string[];
  maxBytes?: number;
  /** The same as the author writes it. */
  maxSize?: string;
}

export interface MaterialFieldProps {
  title: string;
  description?: string | undefined;
  locale: string;
  ways: readonly MaterialWay[];
  value: JsonValue | undefined;
  onChange: (value: JsonObject | undefined) => void;
  required?: boolean;
  enabled?: boolean;
  /** The mistake at this material, in the words of the applicant. */
  error?: string | undefined;
  upload?: Upload | undefined;
  /** What files it may be uploaded as, where the author says it. */
  files?: FileLimits | undefined;
  /** What the applicant declares; left out, a general text. */
  commitment?: string | undefined;
  /** The day by which a deferred material has to follow. */
  deferralDay?: string | undefined;
}

/** A material as a person gives it: the way, then the files, the declaration or the day by which it follows. */
export function MaterialField(props: MaterialFieldProps): ReactNode {
  const { title, description, locale, ways, value, onChange, error } = props;
  const { required = false, enabled = true } = props;
  const id = useId();
  const way = wayOf(value, ways, required);
  return (
    <fieldset aria-describedby={`${id}-about`} disabled={!enabled} className="onething-material">
      <legend>{required ? `${title} *` : title}</legend>
      <p id={`${id}-about`}>{description}</p>
      {(ways.length > 1 || !required) && (
        <RadioGroup
          name={`${id}-way`}
          label={sayIn(locale)('form.way')}
          value={isObject(value) ? value['way'] : undefined}
          options={ways.map((one) => ({ value: one, label: sayIn(locale)(`form.way.${one}`) }))}
          onChange={(chosen) => onChange(startOf(chosen as MaterialWay, value))}
          enabled={enabled}
          required={required}
        />
      )}
      {way === 'upload' && <Files {...props} id={id} />}
      {way === 'commitment' && <Commitment {...props} id={id} />}
      {way === 'deferral' && <Deferral {...props} />}
      {error !== undefined && error !== '' && <p role="alert">{error}</p>}
    </fieldset>
  );
}

/** Where there is one way and it has to be given, nobody has to choose; nothing is answered for the applicant by that. */
function wayOf(
  value: JsonValue | undefined,
  ways: readonly MaterialWay[],
  required: boolean,
): MaterialWay | undefined {
  const chosen = isObject(value) ? ways.find((way) => way === value['way']) : undefined;
  return chosen ?? (ways.length === 1 && required ? ways[0] : undefined);
}

/** A commitment is made by ticking it, so choosing the way alone gives nothing but the way. */
function startOf(way: MaterialWay, before: JsonValue | undefined): JsonObject {
  const files = isObject(before) ? before['files'] : undefined;
  return way === 'upload' && files !== undefined ? { way, files } : { way };
}

function Files({
  title,
  locale,
  value,
  onChange,
  upload,
  id,
  enabled,
  files: limits,
}: MaterialFieldProps & { id: string }): ReactNode {
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'unfit'>('idle');
  const files = filesOf(value);
  const send = async (chosen: readonly File[]): Promise<void> => {
    if (!chosen.every((file) => fits(file, limits))) {
      setState('unfit');
      return;
    }
    setState('busy');
    try {
      if (upload === undefined) throw new Error('The page has no port for uploads.');
      const sent = await Promise.all(chosen.map(upload));
      onChange({ way: 'upload', files: [...files, ...sent.map(plainOf)] });
      setState('idle');
    } catch {
      // The applicant is told, and may try again; what was there stays.
      setState('failed');
    }
  };
  const remove = (at: number): void => {
    const left = files.filter((_, index) => index !== at);
    onChange(left.length === 0 ? { way: 'upload' } : { way: 'upload', files: left });
  };
  return (
    <>
      <label htmlFor={`${id}-files`}>{sayIn(locale)('form.files', { title })}</label>
      <input
        id={`${id}-files`}
        type="file"
        multiple
        accept={limits?.types?.join(',')}
        aria-describedby={limits === undefined ? undefined : `${id}-limits`}
        disabled={enabled === false}
        onChange={({ target }) => void send([...(target.files ?? [])])}
      />
      {limits !== undefined && <p id={`${id}-limits`}>{limitsInWords(limits, locale)}</p>}
      <p role="status">
        {state === 'unfit' && sayIn(locale)('form.file-unfit')}
        {state === 'busy' && sayIn(locale)('form.uploading')}
        {state === 'failed' && sayIn(locale)('form.upload-failed')}
      </p>
      {files.length > 0 && (
        <ul>
          {files.map((file, at) => (
            <li key={nameOf(file) + String(at)}>
              {nameOf(file)}{' '}
              <button type="button" onClick={() => remove(at)}>
                {sayIn(locale)('form.remove', { name: nameOf(file) })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A file of no type that the browser knows is left to the host. */
function fits({ type, size }: File, { types, maxBytes }: FileLimits = {}): boolean {
  const isOfType = types === undefined || type === '' || new RegExp(typePattern(types)).test(type);
  return isOfType && (maxBytes === undefined || size <= maxBytes);
}

function limitsInWords({ types = [], maxSize }: FileLimits, locale: string): string {
  const say = sayIn(locale);
  const kinds = types.map(fileKind).join(say('form.file-or'));
  if (maxSize === undefined) return kinds;
  const size = maxSize.replace(/(?=[kMG]?B$)/, ' ');
  return kinds === '' ? say('form.file-size', { size }) : say('form.file-kinds', { kinds, size });
}

function Commitment({
  title,
  locale,
  value,
  onChange,
  commitment,
  id,
}: MaterialFieldProps & { id: string }): ReactNode {
  const isMade = isObject(value) && value['way'] === 'commitment';
  return (
    <>
      <p id={`${id}-text`}>{commitment ?? sayIn(locale)('form.commitment', { title })}</p>
      <input
        id={`${id}-commitment`}
        type="checkbox"
        checked={isMade}
        aria-describedby={`${id}-text`}
        onChange={({ target }) => onChange(target.checked ? { way: 'commitment' } : undefined)}
      />
      <label htmlFor={`${id}-commitment`}>{sayIn(locale)('form.way.commitment')}</label>
    </>
  );
}

function Deferral({ locale, deferralDay }: MaterialFieldProps): ReactNode {
  return (
    <p>
      {deferralDay === undefined
        ? sayIn(locale)('form.deferral')
        : sayIn(locale)('form.deferral:by', { day: deferralDay })}
    </p>
  );
}

function filesOf(value: JsonValue | undefined): JsonValue[] {
  const files = isObject(value) ? value['files'] : undefined;
  return Array.isArray(files) ? files : [];
}

function nameOf(file: JsonValue): string {
  if (typeof file === 'string') return file;
  const { name, id } = isObject(file) ? file : {};
  return typeof name === 'string' ? name : typeof id === 'string' ? id : '';
}

/** What is not known is left out: JSON has no word for it. */
function plainOf(file: UploadedFile): JsonObject {
  return omitUndefined({ ...file });
}
