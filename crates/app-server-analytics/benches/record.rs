//! What recording an event costs the request that leads to it, for both ways to be durable, and how fast events leave the
//! spool. Times at the edge matter here, and criterion's means hide them: this prints the median, the 99th percentile and
//! the longest. `cargo bench -p app-server-analytics --bench record`.

use std::error::Error;
use std::thread;
use std::time::{Duration, Instant};

use app_server_analytics::events::{Event, UsageLimitBannerParams};
use app_server_analytics::{Config, Delivery, Durability, Refusal, Sink, Spooled, Target};
use app_server_protocol::v2::{UsageLimitBannerAction, UsageLimitBannerType};

/// Takes whatever comes.
struct Takes;

impl Sink for Takes {
    fn deliver(&mut self, _: &[Spooled]) -> Result<(), Refusal> {
        Ok(())
    }
}

fn event() -> Event {
    let banner = UsageLimitBannerType::WorkspaceMemberUsageLimitReached;
    Event::UsageLimitBannerShown { event_params: UsageLimitBannerParams::new(banner, UsageLimitBannerAction::Shown) }
}

/// Records in so many threads at once, and prints how long each call took, and the delivery.
fn measure(name: &str, durability: Durability, threads: usize, each: usize) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut config = Config::new(folder.path(), Target::Off);
    config.durability = durability;
    let delivery = Delivery::with_sink(config, Box::new(Takes))?;
    let begun = Instant::now();
    let mut times: Vec<Duration> = thread::scope(|scope| {
        let writers = (0..threads).map(|_| {
            scope.spawn(|| {
                let times = (0..each).map(|_| {
                    let begun = Instant::now();
                    delivery.record(&event()).map(|()| begun.elapsed())
                });
                times.collect::<Result<Vec<_>, _>>()
            })
        });
        let writers: Vec<_> = writers.collect();
        writers.into_iter().flat_map(|writer| writer.join().expect("no panic").expect("recorded")).collect()
    });
    let recorded = begun.elapsed();
    let left = delivery.flush(Duration::from_secs(60));
    let delivered = begun.elapsed();
    times.sort_unstable();
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let rate = |took: Duration| times.len() as f64 / took.as_secs_f64();
    println!(
        "{name}: p50 {:.1} µs, p99 {:.1} µs, longest {:.0} µs; {:.0} recorded/s, {:.0} delivered/s, {left} left",
        micros(times[times.len() / 2]),
        micros(times[times.len() * 99 / 100]),
        micros(times[times.len() - 1]),
        rate(recorded),
        rate(delivered),
    );
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    measure("process, 1 thread", Durability::default(), 1, 100_000)?;
    measure("process, 8 threads", Durability::default(), 8, 12_500)?;
    measure("power, 1 thread", Durability::Power, 1, 1_000)?;
    measure("power, 8 threads", Durability::Power, 8, 500)
}
