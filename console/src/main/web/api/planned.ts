/**
 * Answers of operators' routes, in the shapes that the service's owners agreed on. Types of routes that the OpenAPI document
 * has stand in @skillpod/client; these go there as the document gets them.
 */
export interface Latency {
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
}

export interface ServiceStatus {
  version: string;
  started_at: string;
  uptime_seconds: number;
  window_seconds?: number;
  dependencies: { name: string; state: string; since?: string | null; detail?: string | null }[] | null;
  degraded: string[] | null;
  cache: { name: string; hits: number; misses: number; hit_rate: number; bytes?: number | null; entries?: number | null; redis_hits?: number | null }[] | null;
  routes: (Latency & { method: string; route: string; count: number; errors: number; error_rate: number; stages: (Latency & { name: string })[] })[];
  fallbacks: { path: string; count: number }[];
}

export interface ServedRequest {
  request_id: string;
  at: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  stages: { name: string; ms: number }[];
  model_version?: string | null;
  path?: string | null;
  tenant_id?: string | null;
  calling_service?: string | null;
  cached?: boolean | null;
}
