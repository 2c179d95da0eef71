"use client";

import { FailurePage } from "#components/shell/failure-page.tsx";

type Props = { error: unknown; retry: () => void };

const ErrorPage = ({ error, retry }: Props) => <FailurePage error={error} retry={retry} />;

export default ErrorPage;
