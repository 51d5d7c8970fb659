//! Device keys: pairs of keys whose private half never leaves the machine, by which the machine proves that it is the
//! one that the user has allowed to be controlled from afar.

use methodic::wire;

/// Makes a new pair of keys.
#[wire(omit_none)]
#[derive(Eq)]
pub struct DeviceKeyCreateParams {
    /// How well the private half has to be protected. Absent or null means `hardware_only`.
    pub protection_policy: Option<DeviceKeyProtectionPolicy>,
    /// The user within the account that the key will speak for.
    pub account_user_id: String,
    /// The client enrolled for control from afar that the key will speak for.
    pub client_id: String,
}

/// The new key, as far as it may be known.
#[wire]
#[derive(Eq)]
pub struct DeviceKeyCreateResponse {
    /// Identifier of the key on this machine.
    pub key_id: String,
    /// The public half: a SubjectPublicKeyInfo structure in DER, as Base64.
    pub public_key_spki_der_base64: String,
    /// How the key signs.
    pub algorithm: DeviceKeyAlgorithm,
    /// How well the private half is protected in fact.
    pub protection_class: DeviceKeyProtectionClass,
}

/// Asks for the public half of a key.
#[wire]
#[derive(Eq)]
pub struct DeviceKeyPublicParams {
    /// Identifier of the key.
    pub key_id: String,
}

/// A key, as far as it may be known.
#[wire]
#[derive(Eq)]
pub struct DeviceKeyPublicResponse {
    /// Identifier of the key on this machine.
    pub key_id: String,
    /// The public half: a SubjectPublicKeyInfo structure in DER, as Base64.
    pub public_key_spki_der_base64: String,
    /// How the key signs.
    pub algorithm: DeviceKeyAlgorithm,
    /// How well the private half is protected in fact.
    pub protection_class: DeviceKeyProtectionClass,
}

/// Signs a statement of one of a few fixed kinds; there is no way to have arbitrary bytes signed.
#[wire]
#[derive(Eq)]
pub struct DeviceKeySignParams {
    /// Identifier of the key.
    pub key_id: String,
    /// The statement.
    pub payload: DeviceKeySignPayload,
}

/// The signature.
#[wire]
#[derive(Eq)]
pub struct DeviceKeySignResponse {
    /// The signature in DER, as Base64.
    pub signature_der_base64: String,
    /// Exactly the bytes that were signed, as Base64. Who verifies needs these, not a JSON text made anew.
    pub signed_payload_base64: String,
    /// How the key signed.
    pub algorithm: DeviceKeyAlgorithm,
}

/// The ways in which a key can sign.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum DeviceKeyAlgorithm {
    /// ECDSA on the curve P-256 over a SHA-256 hash.
    #[serde(rename = "ecdsa_p256_sha256")]
    EcdsaP256Sha256,
}

/// How well the private half of a new key has to be protected.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum DeviceKeyProtectionPolicy {
    /// By a piece of hardware; where there is none, no key is made.
    HardwareOnly,
    /// By hardware if there is any, else by the operating system, which must not hand the key out.
    AllowOsProtectedNonextractable,
}

/// How well the private half of a key is protected.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum DeviceKeyProtectionClass {
    /// By the Secure Enclave of an Apple device.
    HardwareSecureEnclave,
    /// By a trusted platform module.
    HardwareTpm,
    /// By the operating system, which does not hand it out.
    OsProtectedNonextractable,
}

/// The statements that a key signs.
#[wire(tag = "type")]
#[derive(Eq)]
pub enum DeviceKeySignPayload {
    /// That this machine opens a connection through which it can be controlled.
    RemoteControlClientConnection {
        /// A value that the other side chose and accepts once.
        nonce: String,
        /// What the statement is for.
        audience: RemoteControlClientConnectionAudience,
        /// The session that the connection belongs to.
        session_id: String,
        /// Scheme, host and port of the server to connect to.
        target_origin: String,
        /// Path on that server.
        target_path: String,
        /// The user within the account; must be the one that the key was made for.
        account_user_id: String,
        /// The client; must be the one that the key was made for.
        client_id: String,
        /// SHA-256 hash of the token that the connection is opened with, as Base64 for URLs without padding.
        token_sha256_base64url: String,
        /// When the token expires, in Unix seconds.
        token_expires_at: i64,
        /// What the token allows.
        scopes: Vec<String>,
    },
    /// That this machine enrols as one that can be controlled.
    RemoteControlClientEnrollment {
        /// A value that the other side chose and accepts once.
        nonce: String,
        /// What the statement is for.
        audience: RemoteControlClientEnrollmentAudience,
        /// Identifier of the challenge that the statement answers.
        challenge_id: String,
        /// Scheme, host and port of the server that gave the challenge.
        target_origin: String,
        /// Path on that server.
        target_path: String,
        /// The user within the account; must be the one that the key was made for.
        account_user_id: String,
        /// The client; must be the one that the key was made for.
        client_id: String,
        /// SHA-256 hash of what identifies this machine, as Base64 for URLs without padding.
        device_identity_sha256_base64url: String,
        /// When the challenge expires, in Unix seconds.
        challenge_expires_at: i64,
    },
}

/// What a statement about a connection is for.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum RemoteControlClientConnectionAudience {
    /// For opening the WebSocket of a controlled machine.
    RemoteControlClientWebsocket,
}

/// What a statement about an enrolment is for.
#[wire(rename_all = "snake_case")]
#[derive(Copy, Eq, Hash)]
pub enum RemoteControlClientEnrollmentAudience {
    /// For enrolling a machine to be controlled.
    RemoteControlClientEnrollment,
}
