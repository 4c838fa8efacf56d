// Linked into the SQLite binding for the stand-in Electron only, with `--wrap`.
//
// Under the experimental Node-API, finalizers run inside the garbage collection and end the process if they touch
// the engine, which the binding's do: under the version that it was written for they run afterwards. These wrappers
// hand each finalizer to node_api_post_finalizer, and so give it that moment back.

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
#include <node_api.h>
#include <stdlib.h>

typedef struct {
  napi_finalize finalize;
  void *hint;
} postponed;

static void run_postponed(napi_env env, void *data, void *hint) {
  postponed *later = hint;
  later->finalize(env, data, later->hint);
  free(later);
}

static void postpone(napi_env env, void *data, void *hint) {
  node_api_post_finalizer(env, run_postponed, data, hint);
}

/// Swaps a finalizer and its hint for ones that postpone it. Without memory it stays as it is.
static void postpone_finalizer(napi_finalize *finalize, void **hint) {
  postponed *later = *finalize == NULL ? NULL : malloc(sizeof *later);
  if (later == NULL) return;
  later->finalize = *finalize;
  later->hint = *hint;
  *finalize = postpone;
  *hint = later;
}

napi_status __real_napi_wrap(napi_env, napi_value, void *, napi_finalize, void *, napi_ref *);
napi_status __wrap_napi_wrap(napi_env env, napi_value object, void *data, napi_finalize finalize, void *hint,
                             napi_ref *result) {
  postpone_finalizer(&finalize, &hint);
  return __real_napi_wrap(env, object, data, finalize, hint, result);
}

napi_status __real_napi_add_finalizer(napi_env, napi_value, void *, napi_finalize, void *, napi_ref *);
napi_status __wrap_napi_add_finalizer(napi_env env, napi_value object, void *data, napi_finalize finalize,
                                      void *hint, napi_ref *result) {
  postpone_finalizer(&finalize, &hint);
  return __real_napi_add_finalizer(env, object, data, finalize, hint, result);
}

napi_status __real_napi_create_external_buffer(napi_env, size_t, void *, napi_finalize, void *, napi_value *);
napi_status __wrap_napi_create_external_buffer(napi_env env, size_t length, void *data, napi_finalize finalize,
                                               void *hint, napi_value *result) {
  postpone_finalizer(&finalize, &hint);
  return __real_napi_create_external_buffer(env, length, data, finalize, hint, result);
}
