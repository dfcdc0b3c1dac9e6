import type { Answer, Asked, Method, Operation, PathsWith, Schemas } from './types.ts';

export type { Answer, Asked, Method, Operation, Paths, PathsWith, Schemas } from './types.ts';

/** An answer that is no success: a problem (RFC 9457), or what stood in its place. */
export class SkillPodError extends Error {
  override readonly name = 'SkillPodError';
  readonly status: number;
  readonly problem: Partial<Schemas['Problem']>;
  /** Seconds after which to ask again, when the service says so. */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Partial<Schemas['Problem']>, retryAfter: number | null) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** One request in its plain form, and what became of it. */
export interface Exchange {
  method: string;
  url: string;
  body: unknown;
  /** 0 when no answer came. */
  status: number;
  milliseconds: number;
  requestId: string | null;
  at: Date;
}

export interface ClientOptions {
  /** Where the service is; '' for the origin of the page. */
  baseUrl?: string;
  /** The key to send to a route as Authorization: Bearer, asked for at each call; nothing is kept. */
  key?: (path: string) => string | null | undefined;
  /** Headers of every request, such as x-calling-service. */
  headers?: Record<string, string>;
  /** Told of every exchange; never of the key. */
  onExchange?: (exchange: Exchange) => void;
  fetch?: typeof fetch;
}

/** What a request in its plain form carries. */
export interface RawOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

type Arguments<O> = {} extends Asked<O> ? [asked?: Asked<O>] : [asked: Asked<O>];

/** Calls the service. Every method throws a SkillPodError for an answer that is no success. */
export class SkillPodClient {
  private readonly options: ClientOptions;

  constructor(options: ClientOptions = {}) {
    this.options = options;
  }

  get<P extends PathsWith<'get'>>(path: P, ...[asked]: Arguments<Operation<'get', P>>) {
    return this.call<'get', P>('get', path, asked);
  }

  post<P extends PathsWith<'post'>>(path: P, ...[asked]: Arguments<Operation<'post', P>>) {
    return this.call<'post', P>('post', path, asked);
  }

  put<P extends PathsWith<'put'>>(path: P, ...[asked]: Arguments<Operation<'put', P>>) {
    return this.call<'put', P>('put', path, asked);
  }

  patch<P extends PathsWith<'patch'>>(path: P, ...[asked]: Arguments<Operation<'patch', P>>) {
    return this.call<'patch', P>('patch', path, asked);
  }

  delete<P extends PathsWith<'delete'>>(path: P, ...[asked]: Arguments<Operation<'delete', P>>) {
    return this.call<'delete', P>('delete', path, asked);
  }

  /** Calls a route by its text, for what the types do not know. */
  async raw<T>(method: string, path: string, asked: RawOptions = {}): Promise<T> {
    const url = urlOf(path, asked);
    const headers: Record<string, string> = { accept: 'application/json', ...this.options.headers, ...asked.headers };
    const key = this.options.key?.(path);
    if (key) {
      headers['authorization'] = `Bearer ${key}`;
    }
    if (asked.body !== undefined) {
      headers['content-type'] = 'application/json';
    }
    const began = performance.now();
    const tell = (status: number, requestId: string | null) =>
      this.options.onExchange?.({
        method: method.toUpperCase(),
        url,
        body: asked.body,
        status,
        milliseconds: performance.now() - began,
        requestId,
        at: new Date(),
      });
    let response: Response;
    try {
      response = await (this.options.fetch ?? fetch)((this.options.baseUrl ?? '') + url, {
        method: method.toUpperCase(),
        headers,
        body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
        signal: asked.signal,
      });
    } catch (error) {
      if (!asked.signal?.aborted) {
        tell(0, null);
      }
      throw error;
    }
    const text = await response.text();
    tell(response.status, response.headers.get('x-request-id'));
    if (!response.ok) {
      throw new SkillPodError(response.status, problemOf(text), seconds(response.headers.get('retry-after')));
    }
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private call<M extends Method, P extends PathsWith<M>>(
    method: M,
    path: P,
    asked: RawOptions | undefined,
  ): Promise<Answer<Operation<M, P>>> {
    return this.raw(method, path as string, asked);
  }
}

/** Returns the path with its variables and query filled in. */
export function urlOf(path: string, asked: Pick<RawOptions, 'path' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(asked.path?.[name] ?? '')));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      query.append(name, String(value));
    }
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

function problemOf(text: string): Partial<Schemas['Problem']> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Partial<Schemas['Problem']>) : {};
  } catch {
    return {};
  }
}

function seconds(header: string | null): number | null {
  const value = header === null ? Number.NaN : Number(header);
  return Number.isFinite(value) ? value : null;
}
