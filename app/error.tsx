"use client";

import { LazyFailurePage } from "#components/shell/lazy-failure-page.tsx";

type Props = { error: unknown; retry: () => void };

const ErrorPage = ({ error, retry }: Props) => <LazyFailurePage error={error} retry={retry} />;

export default ErrorPage;
