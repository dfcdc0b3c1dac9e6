import type { components, paths } from './schema.ts';

/** The objects that requests and answers are made of, by their names in the OpenAPI document. */
export type Schemas = components['schemas'];

/** The routes of the service. */
export type Paths = paths;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The routes that take a method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: M extends keyof paths[P] ? (paths[P][M] extends { responses: unknown } ? P : never) : never;
}[keyof paths];

export type Operation<M extends Method, P extends PathsWith<M>> = M extends keyof paths[P] ? paths[P][M] : never;

type Parameters<O> = O extends { parameters: infer A } ? A : never;
type In<O, Place extends string> = Place extends keyof Parameters<O> ? NonNullable<Parameters<O>[Place]> : never;
type BodyOf<O> = O extends { requestBody?: infer B }
  ? NonNullable<B> extends { content: infer C }
    ? 'application/json' extends keyof C
      ? C['application/json']
      : never
    : never
  : never;

/** What a call sends: values for the path and the query, a JSON body, more headers, a signal that gives it up. */
export type Asked<O> = ([In<O, 'path'>] extends [never] ? { path?: undefined } : { path: In<O, 'path'> }) &
  ([In<O, 'query'>] extends [never] ? { query?: undefined } : { query?: In<O, 'query'> }) &
  ([BodyOf<O>] extends [never] ? { body?: undefined } : { body: BodyOf<O> }) & {
    headers?: Record<string, string>;
    signal?: AbortSignal;
  };

type Success = 200 | 201 | 202;
type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : undefined;

/** What a call answers when it succeeds. */
export type Answer<O> = O extends { responses: infer R }
  ? { [S in keyof R & Success]: ContentOf<R[S]> }[keyof R & Success]
  : never;
