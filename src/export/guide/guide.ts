/** A legal basis as one line, and where its text stands. */
export interface GuideBasis {
  text: string;
  uri?: string;
}

/** A condition of applying, and what to do where it does not hold. */
export interface GuideRule {
  require: string;
  /** The rule in the words of its author: what the guide shows. */
  otherwise: string;
  /** `no`: the facts that are known do not meet it. */
  isMet: 'open' | 'no';
  /** The matter that alone demands it; absent where the whole does. */
  matter?: string;
  /** When that matter takes place; absent where it always does. */
  when?: string;
  basis: GuideBasis[];
}

/** A question whose answer decides what takes place. */
export interface GuideQuestion {
  question: string;
  /** Absent where any text or number may be answered. */
  answers?: string[];
  /** Several answers may be given at once. */
  isMultiple: boolean;
  when?: string;
  decides: string[];
}

/** Something to give. */
export interface GuideMaterial {
  /** With whose it is: "Identity card (Mother)". */
  material: string;
  how: string[];
  for: string[];
  /** When it has to be given; absent where always, or only as one of several. */
  when?: string;
  isOptional: boolean;
  /** It is one of several of which one is enough, and nothing else: see the choices. */
  isAlternative: boolean;
  /** Matters that take it as one of several, where it has to be given for others. */
  alternativeFor?: string[];
  /** Who issues it, as far as the catalogue has a matter that does. */
  issuedBy: string[];
  notes: string[];
  basis: GuideBasis[];
}

/** Alternatives, one of which is enough. */
export interface GuideChoice {
  matter: string;
  when?: string;
  groups: {
    /** `why`: the reason for which the applicant need not give it. */
    materials: { material: string; why?: string }[];
    isRecommended: boolean;
  }[];
}

/** What is asked about one role. */
export interface GuideInformation {
  about: string;
  /** How many of them there may be. */
  repeated?: string;
  /** When it is asked, where that is later than the application. */
  after?: string;
  groups: { when?: string; fields: { field: string; isOptional: boolean }[] }[];
}

/** What the matters take and the applicant does not give. */
export interface GuideUnneeded {
  materials: { material: string; why: string }[];
  information: { why: string; about: { role: string; fields: string[] }[] }[];
}

/** One matter. */
export interface GuideStep {
  /** Counted from 1; matters of one stage run at the same time. */
  stage: number;
  title: string;
  description?: string;
  authority?: string;
  when?: string;
  /** "once for each Child". */
  each?: string;
  isChoice: boolean;
  /** The matters that must have been approved or yield what this one takes; of alternatives, which. */
  after: string[];
  /** The matters that it only comes after in time. */
  order: string[];
  promised?: string;
  statutory?: string;
  /** Limits in some situations. */
  variants: { when: string; promised?: string; statutory?: string }[];
  pauses: string[];
  fee?: string;
  /** How to apply: a line for what holds in general, and one for each situation in which it is otherwise. */
  channels: string[];
  /** Who collects, accepts, decides and issues, where these are different places; else empty. */
  places: string[];
  /** What gets from one place to another, how, and in what time beside the limit. */
  transfers: string[];
  /** Within which time to apply. */
  apply: string[];
  receives: string[];
  eligibility: string[];
  basis: GuideBasis[];
}

/** A figure of the report, before and after. */
export interface GuideFigure {
  figure: string;
  alone: number;
  together: number;
}

/** How often somebody has to go to a counter. */
export interface GuideTrips {
  /** In the situation in which it is most. */
  atMost: number;
  /** For what, and when. */
  for: string[];
  /** How many matters do not say how they are applied for: each may take a trip more. */
  unstated: number;
  /** Whether any matter says how it is applied for. */
  isStated: boolean;
}

/** What the matters cost together. */
export interface GuideFees {
  /** What each currency comes to, or from what to what; empty where every matter that speaks of a fee says that it is free. */
  amounts: string[];
  /** Whether some fee counts for each of something, so that the sums hold where each matter takes place once. */
  isOnce: boolean;
  /** Whether every matter says what it costs: where one does not, there may be more to pay. */
  isComplete: boolean;
}

/** A guide (办事指南): what an applicant needs to know of a bundle, in one language, as plain data. */
export interface Guide {
  formatVersion: 2;
  locale: string;
  bundle: string;
  title: string;
  description?: string;
  catalogue: { id: string; version: string };
  /** The hash of the plan that it is about. */
  plan: string;
  /** What is known of the applicant; empty where the guide is about every situation. */
  situation: { question: string; answer: string }[];
  applicant?: string;
  /** The single matters, each once: a block that is done for two people is one. */
  matters: string[];
  authorities: string[];
  /** How long it takes at most, along the longest chain. */
  duration: string;
  target?: string;
  /** Absent where no matter says anything about a fee. */
  fees?: GuideFees;
  trips: GuideTrips;
  /** Within which time to apply for what. */
  apply: { matter: string; within: string }[];
  /** Whether the known facts let the applicant apply; absent where nothing is demanded. */
  isEligible?: 'yes' | 'no' | 'open';
  /** What the known facts leave open or do not meet. */
  eligibility: GuideRule[];
  questions: GuideQuestion[];
  materials: GuideMaterial[];
  /** How many of the materials have to be given at most. */
  materialCount: number;
  choices: GuideChoice[];
  information: GuideInformation[];
  informationCount: number;
  unneeded: GuideUnneeded;
  steps: GuideStep[];
  /** Look-ups and derivations that run by themselves. */
  automatic: string[];
  /** What is passed on between places without the applicant. */
  transfers: string[];
  /** `by`: the ways in which it reaches the applicant, as far as the documents say so. */
  receives: { result: string; from: string; by: string[] }[];
  basis: (GuideBasis & { for: string[] })[];
  figures: GuideFigure[];
}
