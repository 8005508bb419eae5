import { omitUndefined } from '../../base/index.js';
import { findingInLanguage, messageInLanguage } from '../../languages/index.js';
import type { Language } from '../../messages/index.js';
import type { CatalogueDiff, Composition, MaterialChoice } from '../../model/index.js';
import type { Explanation, Projections } from '../../plan/index.js';

/** A composition with what it says in a language; what documents say stays as it is. */
export function compositionInLanguage(composition: Composition, language: Language): Composition {
  const { form, diagnostics } = composition;
  return {
    ...composition,
    form: { ...form, choices: form.choices.map((choice) => choiceInLanguage(choice, language)) },
    diagnostics: diagnostics.map((finding) => findingInLanguage(finding, language)),
  };
}

/** An explanation with what it says in a language. */
export function explanationInLanguage(explanation: Explanation, language: Language): Explanation {
  return 'choices' in explanation
    ? { ...explanation, choices: explanation.choices.map((choice) => choiceInLanguage(choice, language)) }
    : explanation;
}

/** Payloads with what is wrong with them in a language. */
export function projectionsInLanguage(projections: Projections, language: Language): Projections {
  return {
    ...projections,
    steps: projections.steps.map((step) => ({
      ...step,
      issues: step.issues.map((issue) => messageInLanguage(issue, language)),
    })),
  };
}

/** Two versions compared, with what that says in a language. */
export function diffInLanguage(compared: CatalogueDiff, language: Language): CatalogueDiff {
  return {
    ...compared,
    changes: compared.changes.map((change) => ({
      ...change,
      ...omitUndefined({ because: change.because && messageInLanguage(change.because, language) }),
    })),
    diagnostics: compared.diagnostics.map((finding) => findingInLanguage(finding, language)),
  };
}

function choiceInLanguage(choice: MaterialChoice, language: Language): MaterialChoice {
  return { ...choice, because: messageInLanguage(choice.because, language) };
}
