//! The edges of the comparison: loading either side, the policy, and the reports.

mod contract;
mod policy;
mod report;
