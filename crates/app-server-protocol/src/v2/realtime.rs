//! Realtime: a conversation by voice, held with a model that listens and speaks at once, within a thread.

use methodic::wire;
use serde_json::Value;

/// Begins to talk in a thread.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ThreadRealtimeStartParams {
    /// The thread to talk in.
    pub thread_id: String,
    /// What the model answers in.
    pub output_modality: RealtimeOutputModality,
    /// Instructions to the model that listens and speaks. Absent means those built into the server; null or empty means
    /// none.
    pub prompt: Option<Option<String>>,
    /// An identifier to give the session at the model's server. Absent or null leaves it to the server.
    pub session_id: Option<String>,
    /// The way on which sound travels. Absent or null means `websocket`.
    pub transport: Option<ThreadRealtimeStartTransport>,
    /// The voice to speak with. Absent or null means the default of the version in use.
    pub voice: Option<RealtimeVoice>,
}

/// What a model can answer in.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum RealtimeOutputModality {
    /// Text alone.
    Text,
    /// Speech, with its text beside it.
    Audio,
}

/// The ways on which sound can travel.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum ThreadRealtimeStartTransport {
    /// In messages of this protocol; the server keeps a WebSocket connection to the model's server.
    Websocket,
    /// Between the client and the model's server directly, by WebRTC.
    Webrtc {
        /// The client's offer, as a session description. The answer to it comes with `thread/realtime/sdp`.
        sdp: String,
    },
}

/// The voices that a model can speak with, by the names that the model's server gives them.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum RealtimeVoice {
    /// The voice `alloy`.
    Alloy,
    /// The voice `arbor`.
    Arbor,
    /// The voice `ash`.
    Ash,
    /// The voice `ballad`.
    Ballad,
    /// The voice `breeze`.
    Breeze,
    /// The voice `cedar`.
    Cedar,
    /// The voice `coral`.
    Coral,
    /// The voice `cove`.
    Cove,
    /// The voice `echo`.
    Echo,
    /// The voice `ember`.
    Ember,
    /// The voice `juniper`.
    Juniper,
    /// The voice `maple`.
    Maple,
    /// The voice `marin`.
    Marin,
    /// The voice `sage`.
    Sage,
    /// The voice `shimmer`.
    Shimmer,
    /// The voice `sol`.
    Sol,
    /// The voice `spruce`.
    Spruce,
    /// The voice `vale`.
    Vale,
    /// The voice `verse`.
    Verse,
}

/// Nothing but the fact that the server sets the conversation up; `thread/realtime/started` tells when it can begin.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadRealtimeStartResponse {}

/// Lets the model hear something.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeAppendAudioParams {
    /// The thread in which the user talks.
    pub thread_id: String,
    /// The next piece of what the microphone picks up.
    pub audio: ThreadRealtimeAudioChunk,
}

/// Nothing but the fact that the sound was taken.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadRealtimeAppendAudioResponse {}

/// A piece of sound.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeAudioChunk {
    /// The samples in Base64: signed 16-bit integers, the lower byte first, the channels of one moment side by side.
    pub data: String,
    /// Samples in a second, for each channel.
    pub sample_rate: u32,
    /// The number of channels: 1 for mono.
    pub num_channels: u16,
    /// The number of samples of each channel. Null when the sender has not counted them.
    pub samples_per_channel: Option<u32>,
    /// The item of the conversation that the sound belongs to. Null when it belongs to none, as the user's does.
    pub item_id: Option<String>,
}

/// Tells the model something in writing.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeAppendTextParams {
    /// The thread in which the user talks.
    pub thread_id: String,
    /// What the user wrote.
    pub text: String,
}

/// Nothing but the fact that the text was taken.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadRealtimeAppendTextResponse {}

/// Ends talking in a thread.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeStopParams {
    /// The thread in which the user talked.
    pub thread_id: String,
}

/// Nothing but the fact that the conversation ends; `thread/realtime/closed` tells when it has.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadRealtimeStopResponse {}

/// Asks for all voices, so there is nothing to say.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadRealtimeListVoicesParams {}

/// The voices to choose from.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeListVoicesResponse {
    /// The voices of each version.
    pub voices: RealtimeVoicesList,
}

/// The voices of each version of the conversation by voice.
#[wire]
#[derive(Eq)]
pub struct RealtimeVoicesList {
    /// The voices of version 1.
    pub v1: Vec<RealtimeVoice>,
    /// The voices of version 2.
    pub v2: Vec<RealtimeVoice>,
    /// The voice of version 1 when none is chosen.
    pub default_v1: RealtimeVoice,
    /// The voice of version 2 when none is chosen.
    pub default_v2: RealtimeVoice,
}

/// Says that the conversation can begin.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeStartedNotification {
    /// The thread to talk in.
    pub thread_id: String,
    /// Identifier of the session at the model's server. Null when it has none.
    pub session_id: Option<String>,
    /// The version that is spoken with the model's server.
    pub version: RealtimeConversationVersion,
}

/// The versions of the conversation by voice, as the model's server counts them.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum RealtimeConversationVersion {
    /// The first version.
    V1,
    /// The second version.
    V2,
}

/// Brings what the model's server added to the conversation and what is neither sound nor transcript.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeItemAddedNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// The item, as the model's server sent it.
    pub item: Value,
}

/// Brings the next piece of what somebody is saying, in writing.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeTranscriptDeltaNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// Who is talking: `user` or `assistant`.
    pub role: String,
    /// The text to append.
    pub delta: String,
}

/// Brings all that somebody said, in writing, when the transcript is complete.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeTranscriptDoneNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// Who talked: `user` or `assistant`.
    pub role: String,
    /// The whole text; it replaces what the deltas have built up.
    pub text: String,
}

/// Brings the next piece of the model's speech.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeOutputAudioDeltaNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// The sound to play after what came before.
    pub audio: ThreadRealtimeAudioChunk,
}

/// Brings the answer to the client's WebRTC offer.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeSdpNotification {
    /// The thread to talk in.
    pub thread_id: String,
    /// The answer, as a session description.
    pub sdp: String,
}

/// Says that something went wrong in the conversation.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeErrorNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// What to tell the user.
    pub message: String,
}

/// Says that the conversation has ended.
#[wire]
#[derive(Eq)]
pub struct ThreadRealtimeClosedNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// Why it ended. Null when there is no more to say than that it did.
    pub reason: Option<String>,
}
