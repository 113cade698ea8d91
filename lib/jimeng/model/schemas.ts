import * as v from 'valibot';

/**
 * Schemas of the service's answers (docs/PROTOCOL.md, sections 2.3 to 7). All are loose: unknown fields
 * pass, and an optional field of the wrong type is dropped.
 */

/** An id or a code: text or a number on the wire, trimmed text here. */
const Id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => String(id).trim()),
);

/** A number: a number or text on the wire. */
const Numeric = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*-?\d+(\.\d+)?\s*$/))]),
  v.transform(Number),
);

/** An optional field: `undefined` when absent, null or of another type. */
function maybe<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** A list without its malformed elements. */
function listOf<S extends v.GenericSchema>(schema: S) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((elements) =>
      elements.flatMap((element): v.InferOutput<S>[] => {
        const result = v.safeParse(schema, element);
        return result.success ? [result.output] : [];
      }),
    ),
  );
}

/** A time; `serverTime` reads it. */
const Time = v.union([v.string(), v.number()]);

/** Wraps every answer of the service. */
export const Envelope = v.looseObject({
  ret: maybe(Id),
  errmsg: maybe(v.string()),
  systime: maybe(Time),
  logid: maybe(Id),
  /** Another name of the log id. */
  log_id: maybe(Id),
  data: v.optional(v.unknown()),
});

export const UploadTokenData = v.looseObject({
  access_key_id: v.pipe(v.string(), v.minLength(1)),
  secret_access_key: v.pipe(v.string(), v.minLength(1)),
  session_token: v.pipe(v.string(), v.minLength(1)),
  service_id: maybe(v.pipe(v.string(), v.minLength(1))),
  space_name: maybe(v.pipe(v.string(), v.minLength(1))),
  upload_domain: maybe(v.pipe(v.string(), v.minLength(1))),
  region: maybe(v.pipe(v.string(), v.minLength(1))),
  current_time: maybe(Time),
  expired_time: maybe(Time),
});

const ImagexError = v.looseObject({ CodeN: maybe(Id), Code: maybe(v.string()) });

/** Wraps every answer of ImageX. */
export const ImagexEnvelope = v.looseObject({
  ResponseMetadata: maybe(
    v.looseObject({ RequestId: maybe(v.string()), Error: maybe(ImagexError) }),
  ),
  Result: v.optional(v.unknown()),
});

export const UploadAddress = v.looseObject({
  StoreInfos: v.pipe(
    listOf(v.looseObject({ StoreUri: v.string(), Auth: v.string() })),
    v.minLength(1),
  ),
  UploadHosts: maybe(listOf(v.string())),
  UploadHost: maybe(v.string()),
  SessionKey: maybe(v.string()),
});
export type UploadAddress = v.InferOutput<typeof UploadAddress>;

/** The addresses are parsed one by one. */
export const ApplyResult = v.looseObject({
  UploadAddress: v.optional(v.unknown()),
  FallbackUploadAddress: v.optional(v.unknown()),
  SessionKey: maybe(v.string()),
});
export type ApplyResult = v.InferOutput<typeof ApplyResult>;

export const PutAnswer = v.looseObject({
  code: maybe(Numeric),
  data: maybe(v.looseObject({ crc32: maybe(v.string()) })),
});

export const CommitResult = v.looseObject({
  Results: maybe(
    listOf(v.looseObject({ Uri: maybe(v.string()), UriStatus: v.optional(v.unknown()) })),
  ),
  PluginResult: maybe(listOf(v.looseObject({ ImageUri: maybe(v.string()) }))),
});

const Forecast = { forecast_generate_cost: maybe(Numeric), forecast_queue_cost: maybe(Numeric) };

/** An accepted order. */
export const AigcData = v.looseObject({
  history_record_id: maybe(Id),
  submit_id: maybe(Id),
  task: maybe(v.looseObject({ history_id: maybe(Id), submit_id: maybe(Id) })),
  ...Forecast,
});

/** `data` of an answer to generate. */
export const GenerateData = v.looseObject({
  aigc_data: maybe(AigcData),
  fail_code: maybe(Id),
  fail_starling_key: maybe(v.string()),
  fail_starling_message: maybe(v.string()),
});

const Picture = v.looseObject({
  image_url: maybe(v.string()),
  width: maybe(Numeric),
  height: maybe(Numeric),
  format: maybe(v.string()),
});

const Item = v.looseObject({
  image: maybe(v.looseObject({ format: maybe(v.string()), large_images: maybe(listOf(Picture)) })),
  common_attr: maybe(
    v.looseObject({
      cover_url: maybe(v.string()),
      cover_url_map: maybe(v.record(v.string(), v.unknown())),
      cover_width: maybe(Numeric),
      cover_height: maybe(Numeric),
    }),
  ),
});
export type Item = v.InferOutput<typeof Item>;

/** `data` of an answer about the account. The id is in one of three fields. */
export const UserData = v.looseObject({
  uid: maybe(Id),
  user_id: maybe(Id),
  user_id_str: maybe(Id),
  name: maybe(v.string()),
  screen_name: maybe(v.string()),
});

/** `data` of an answer about workspaces. */
export const WorkspaceList = v.looseObject({
  workspaces: maybe(
    listOf(v.looseObject({ workspace_id: maybe(Id), is_default: maybe(v.boolean()) })),
  ),
});

const GenResult = v.looseObject({ result_code: maybe(Id), result_msg: maybe(v.string()) });

const QueueInfo = v.looseObject({
  queue_idx: maybe(Numeric),
  queue_length: maybe(Numeric),
  queue_status: maybe(Numeric),
});
export type QueueInfo = v.InferOutput<typeof QueueInfo>;

/** One order in the history. */
export const HistoryRecord = v.looseObject({
  history_record_id: maybe(Id),
  submit_id: maybe(Id),
  status: maybe(Numeric),
  finish_time: maybe(Numeric),
  task: maybe(
    v.looseObject({
      history_id: maybe(Id),
      submit_id: maybe(Id),
      status: maybe(Numeric),
      finish_time: maybe(Numeric),
      resp_ret: maybe(v.looseObject({ ret: maybe(Id), errmsg: maybe(v.string()) })),
    }),
  ),
  item_list: maybe(listOf(Item)),
  fail_code: maybe(Id),
  fail_msg: maybe(v.string()),
  fail_starling_key: maybe(v.string()),
  fail_starling_message: maybe(v.string()),
  gen_result_data: maybe(GenResult),
  failed_item_list: maybe(listOf(v.looseObject({ gen_result_data: maybe(GenResult) }))),
  total_image_count: maybe(Numeric),
  finished_image_count: maybe(Numeric),
  queue_info: maybe(QueueInfo),
  ...Forecast,
});
export type HistoryRecord = v.InferOutput<typeof HistoryRecord>;

const Credit = v.looseObject({
  vip_credit: maybe(Numeric),
  gift_credit: maybe(Numeric),
  purchase_credit: maybe(Numeric),
});

/** `data`, or the JSON in `response`, of an answer about credits. */
export const CreditData = v.looseObject({ credit: Credit });
