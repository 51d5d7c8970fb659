//! The table: every method of the protocol, with its payloads. What is not listed here does not exist.

use crate::{approval, v1, v2};

methodic::protocol! {
    /// What a rich client and the agent's server say to each other.
    pub protocol AppServer { name: "app_server_protocol", title: "AppServerProtocol" }

    client requests ClientRequest, ClientResponse {
        /// Opens the connection: each side says who it is, and the client what it can deal with. It comes first and
        /// once; the server refuses any other request before it. The client confirms with `initialized`.
        Initialize => "initialize" { params: v1::InitializeParams, response: v1::InitializeResponse },

        /// Creates a thread with settings of its own and makes this connection listen to it. `thread/started` follows.
        ThreadStart => "thread/start" { params: v2::ThreadStartParams, response: v2::ThreadStartResponse },
        /// Gives a thread a goal to work at over many turns, or changes the goal it has. `thread/goal/updated` follows.
        #[experimental("thread/goal/set")]
        ThreadGoalSet => "thread/goal/set" { params: v2::ThreadGoalSetParams, response: v2::ThreadGoalSetResponse },

        /// Gives the agent the user's message and lets it work. The response comes at once; the work is told by
        /// `turn/started`, by the notifications about items, and by `turn/completed` at the end.
        TurnStart => "turn/start" { params: v2::TurnStartParams, response: v2::TurnStartResponse },
        /// Adds to what the agent reads while a turn is running. Fails when no turn is running, when it is another
        /// than the client expects, and when it is of a kind that takes no input.
        TurnSteer => "turn/steer" { params: v2::TurnSteerParams, response: v2::TurnSteerResponse },
        /// Stops a running turn. `turn/completed` follows with the status `interrupted`.
        TurnInterrupt => "turn/interrupt" { params: v2::TurnInterruptParams, response: v2::TurnInterruptResponse },

        /// Signs the user out: forgets the stored credentials, for all threads of the server.
        LogoutAccount => "account/logout" { response: v2::LogoutAccountResponse },
        /// Asks the workspace's owner by e-mail for more credits or a higher limit, when a member has run out of
        /// them. The server sends no second e-mail shortly after the first.
        SendAddCreditsNudgeEmail => "account/sendAddCreditsNudgeEmail" {
            params: v2::SendAddCreditsNudgeEmailParams,
            response: v2::SendAddCreditsNudgeEmailResponse,
        },

        /// Records one typed product event that happened in the client.
        TrackProductAnalyticsEvent => "analytics/productEvent/track" {
            params: v2::TrackProductAnalyticsEventParams,
            response: v2::TrackProductAnalyticsEventResponse,
        },
        /// Uploads a report by the user, with the server's log when the user agrees to that.
        FeedbackUpload => "feedback/upload" { params: v2::FeedbackUploadParams, response: v2::FeedbackUploadResponse },
    }

    server requests ServerRequest, ServerResponse {
        /// Asks the user whether a command may run, or whether a running command may reach a host. The turn waits for
        /// the answer.
        CommandExecutionRequestApproval => "item/commandExecution/requestApproval" {
            params: approval::CommandExecutionRequestApprovalParams,
            response: approval::CommandExecutionRequestApprovalResponse,
        },
    }

    client notifications ClientNotification {
        /// Confirms the handshake. The client sends it once, after the response to `initialize`; notifications of the
        /// server begin then.
        Initialized => "initialized"
    }

    server notifications ServerNotification {
        /// Tells that something went wrong in a turn, and whether the server tries again. When it does not,
        /// `turn/completed` follows with the status `failed`.
        Error => "error" { params: v2::ErrorNotification },

        /// Tells that a thread exists and can be worked with.
        ThreadStarted => "thread/started" { params: v2::ThreadStartedNotification },
        /// Tells that a thread's goal, its state or its counts have changed.
        #[experimental("thread/goal/updated")]
        ThreadGoalUpdated => "thread/goal/updated" { params: v2::ThreadGoalUpdatedNotification },

        /// Tells that the agent has begun to work at a message.
        TurnStarted => "turn/started" { params: v2::TurnStartedNotification },
        /// Tells that a turn has ended and how. Nothing more comes about the turn after it.
        TurnCompleted => "turn/completed" { params: v2::TurnCompletedNotification },

        /// Tells that a step of a turn has begun. For each item exactly one `item/completed` follows.
        ItemStarted => "item/started" { params: v2::ItemStartedNotification },
        /// Tells that a step of a turn has ended, with its final form.
        ItemCompleted => "item/completed" { params: v2::ItemCompletedNotification },
        /// Brings the next piece of a message while the agent writes it. All pieces of an item in order make up its
        /// text.
        AgentMessageDelta => "item/agentMessage/delta" { params: v2::AgentMessageDeltaNotification },

        /// Tells that a question to the user is settled, answered here or elsewhere, and need not be shown any longer.
        ServerRequestResolved => "serverRequest/resolved" { params: v2::ServerRequestResolvedNotification },
    }
}
