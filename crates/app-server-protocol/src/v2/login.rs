//! Signing in, in one of several ways. The browser and the device code take a while: the response says what the user
//! has to do, and `account/login/completed` tells how it ended.

use methodic::wire;

/// Signs the user in, in the way that the variant names.
#[wire(tag = "type", omit_none, variant_titles = "v2::LoginAccountParams")]
#[derive(Eq)]
pub enum LoginAccountParams {
    /// With a key for the API, which the server keeps. It is done with the response.
    ApiKey {
        /// The key.
        api_key: String,
    },
    /// With an account of ChatGPT, through a browser on the server's machine.
    Chatgpt,
    /// With an account of ChatGPT, through a browser on any machine, into which the user types a code.
    ChatgptDeviceCode,
    /// With tokens that the client got by itself and keeps fresh: the server asks for new ones by
    /// `account/chatgptAuthTokens/refresh`. It is done with the response.
    #[experimental("account/login/start.chatgptAuthTokens")]
    ChatgptAuthTokens {
        /// The access token, a JSON Web Token.
        access_token: String,
        /// The account, or workspace, that the token is for.
        chatgpt_account_id: String,
        /// The plan of the account. Absent or null leaves it to the server to read the plan from the token.
        chatgpt_plan_type: Option<String>,
    },
}

/// What the user has to do, if anything; the variant is that of the request.
#[wire(tag = "type", variant_titles = "v2::LoginAccountResponse")]
#[derive(Eq)]
pub enum LoginAccountResponse {
    /// Nothing: the key is kept.
    ApiKey,
    /// Sign in on a page.
    Chatgpt {
        /// Identifier of this attempt to sign in.
        login_id: String,
        /// The page to open in a browser on the server's machine.
        auth_url: String,
    },
    /// Type a code into a page.
    ChatgptDeviceCode {
        /// Identifier of this attempt to sign in.
        login_id: String,
        /// The page to open in a browser.
        verification_url: String,
        /// The code to type there.
        user_code: String,
    },
    /// Nothing: the tokens are in use.
    ChatgptAuthTokens,
}

/// Says how an attempt to sign in has ended.
#[wire]
#[derive(Eq)]
pub struct AccountLoginCompletedNotification {
    /// Identifier of the attempt. Null where signing in took no time and had none.
    pub login_id: Option<String>,
    /// Whether the user is signed in.
    pub success: bool,
    /// Why not, in words. Null when the user is.
    pub error: Option<String>,
}

/// Gives up an attempt to sign in.
#[wire]
#[derive(Eq)]
pub struct CancelLoginAccountParams {
    /// Identifier of the attempt.
    pub login_id: String,
}

/// What became of the attempt.
#[wire]
#[derive(Copy, Eq)]
pub struct CancelLoginAccountResponse {
    /// Whether there was anything to give up.
    pub status: CancelLoginAccountStatus,
}

/// Whether there was an attempt to give up.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum CancelLoginAccountStatus {
    /// It was going on and is given up.
    Canceled,
    /// There is none of that identifier going on.
    NotFound,
}

#[cfg(test)]
mod tests {
    use super::LoginAccountParams;
    use methodic::Gate;
    use serde_json::json;

    #[test]
    fn only_the_clients_own_tokens_need_the_opt_in() {
        let ways = [
            (json!({ "type": "apiKey", "apiKey": "sk-live-1" }), None),
            (json!({ "type": "chatgpt" }), None),
            (json!({ "type": "chatgptDeviceCode" }), None),
            (
                json!({ "type": "chatgptAuthTokens", "accessToken": "ey", "chatgptAccountId": "acc-1" }),
                Some("account/login/start.chatgptAuthTokens"),
            ),
        ];
        for (json, reason) in ways {
            let params: LoginAccountParams = serde_json::from_value(json.clone()).expect("a way to sign in");
            assert_eq!(params.experimental(), reason, "{json}");
            assert_eq!(serde_json::to_value(params).expect("JSON"), json);
        }
    }
}
