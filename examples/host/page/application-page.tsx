import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Plan } from 'onething';
import { api, Failure } from './api.js';
import type { ApplicationView } from './api.js';
import { CasePage } from './case-page.js';
import { DraftPage } from './draft-page.js';

/** One application: a form as long as it is a draft, and then the case. */
export function ApplicationPage({ id }: { id: string }): ReactNode {
  const [application, setApplication] = useState<ApplicationView>();
  const [plan, setPlan] = useState<Plan>();
  const [failure, setFailure] = useState<string>();
  const refresh = useCallback(async (): Promise<void> => {
    try {
      const found = await api.application(id);
      setApplication(found);
    } catch (error) {
      setFailure(error instanceof Failure ? error.message : String(error));
    }
  }, [id]);
  useEffect(() => void refresh(), [refresh]);
  const bundle = application?.bundle;
  useEffect(() => {
    if (bundle !== undefined) void api.plan(bundle).then(setPlan);
  }, [bundle]);
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (application === undefined || plan === undefined) return null;
  return application.case === undefined ? (
    <DraftPage application={application} plan={plan} onSubmitted={() => void refresh()} />
  ) : (
    <CasePage application={application} view={application.case} plan={plan} onChange={() => void refresh()} />
  );
}
