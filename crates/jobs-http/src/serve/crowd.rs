//! Who gives way when there are as many connections as there may be: those that have had the server waiting for longest, or else
//! those that follow the entries and have had nothing to be told for longest; and when there are as many streams of HTTP/2: the
//! connection that has it waiting in most of them, for more of their bodies or for their answers to be taken, or else the one that
//! follows the entries in most of them.
//!
//! Without it, whoever opens that many and says nothing more keeps everybody else out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use hyper::rt::Executor;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::activity::Activity;

/// The most streams of HTTP/2, over all connections: twice as many as there may be requests on HTTP/1, where each connection
/// has one. With 32 KiB of headers and what a handler takes, 350 MB.
const HTTP_2_STREAMS_MAX: usize = 8192;

/// One in so many gives way at a time, and one at least: looking for them means looking at all.
const SHARE: usize = 128;

/// How often it is looked whether somebody can give way by now, while everybody has the server at work.
const LOOK_INTERVAL: Duration = Duration::from_millis(100);

/// The connections of a server.
#[derive(Debug)]
pub(super) struct Crowd {
    places: Arc<Semaphore>,
    http_2_streams: Arc<Semaphore>,
    members: Mutex<Members>,
}

#[derive(Debug, Default)]
struct Members {
    next: u64,
    activities: HashMap<u64, Arc<Activity>>,
    /// Who gives way for the sake of streams, as long as it is there.
    leaving: Weak<Activity>,
}

/// The place of a connection, until this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    crowd: Arc<Crowd>,
    number: u64,
    pub(super) activity: Arc<Activity>,
    _permit: OwnedSemaphorePermit,
}

impl Crowd {
    pub(super) fn new(connections_max: usize) -> Arc<Self> {
        let places = Arc::new(Semaphore::new(connections_max));
        let http_2_streams = Arc::new(Semaphore::new(HTTP_2_STREAMS_MAX));
        Arc::new(Self { places, http_2_streams, members: Mutex::default() })
    }

    /// A place for one more, as soon as there is one or somebody gives way.
    pub(super) async fn place(self: &Arc<Self>) -> Place {
        let permit = loop {
            let place = Arc::clone(&self.places).acquire_owned();
            tokio::select! {
                biased;
                permit = place => break permit.expect("this semaphore is never closed"),
                () = self.make_room() => {}
            }
        };
        let activity = Arc::new(Activity::new());
        let mut members = self.members();
        let number = members.next;
        members.next += 1;
        members.activities.insert(number, Arc::clone(&activity));
        drop(members);
        Place { crowd: Arc::clone(self), number, activity, _permit: permit }
    }

    /// Leave for one more stream of HTTP/2. If there is none, somebody gives way, and a later one may have it.
    fn http_2_stream(&self) -> Option<OwnedSemaphorePermit> {
        let leave = Arc::clone(&self.http_2_streams).try_acquire_owned().ok();
        if leave.is_none() {
            self.let_the_greediest_go();
        }
        leave
    }

    /// One at a time, for its streams come back when it has left and not before.
    fn let_the_greediest_go(&self) {
        let mut members = self.members();
        if members.leaving.strong_count() > 0 {
            return;
        }
        let takes = |(number, it): (&u64, &Arc<Activity>)| (it.awaited(), it.following(), *number);
        let Some((awaited, following, number)) = members.activities.iter().map(takes).max() else {
            return;
        };
        if (awaited, following) != (0, 0)
            && let Some(activity) = members.activities.remove(&number)
        {
            members.leaving = Arc::downgrade(&activity);
            if awaited > 0 { activity.give_way() } else { activity.cut_off() }
        }
    }

    /// Has somebody give way, and waits a little for somebody to have left.
    pub(super) async fn make_room(&self) {
        self.let_the_slowest_go();
        tokio::time::sleep(LOOK_INTERVAL).await;
    }

    /// Those that have had the server waiting for longest; or else, those whose streams of entries have had nothing to say for
    /// longest, which are resumed when there is room again.
    fn let_the_slowest_go(&self) {
        let mut members = self.members();
        let waiting = members.longest(Activity::waiting_since);
        for activity in &waiting {
            activity.give_way();
        }
        let mut count = waiting.len();
        if count == 0 {
            let following = members.longest(Activity::following_since);
            following.iter().for_each(|activity| activity.cut_off());
            count = following.len();
        }
        if count > 0 {
            tracing::debug!(count, "connections gave way to others");
        }
    }

    fn members(&self) -> MutexGuard<'_, Members> {
        self.members.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Members {
    /// Takes out those that have been in some state for longest: a share of all, and at least one if there is one.
    fn longest(&mut self, since: impl Fn(&Activity) -> Option<Instant>) -> Vec<Arc<Activity>> {
        let since = |(number, activity): (&u64, &Arc<Activity>)| Some((since(activity)?, *number));
        let mut found: Vec<_> = self.activities.iter().filter_map(since).collect();
        let count = (self.activities.len() / SHARE).max(1).min(found.len());
        if let Some(last) = count.checked_sub(1) {
            found.select_nth_unstable(last);
        }
        found[..count].iter().filter_map(|(_, number)| self.activities.remove(number)).collect()
    }
}

/// Runs the streams of HTTP/2. One too many is dropped before it begins, which resets it (`CANCEL`): what waited to be refused would
/// take as much memory as what is answered.
#[derive(Debug, Clone)]
pub(super) struct Streams(pub(super) Arc<Crowd>);

impl<F: Future<Output: Send> + Send + 'static> Executor<F> for Streams {
    fn execute(&self, stream: F) {
        if let Some(leave) = self.0.http_2_stream() {
            tokio::spawn(async move {
                let _until_it_ends = leave;
                stream.await
            });
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.crowd.members().activities.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::super::activity::{Request, State, Stay};
    use super::*;

    impl Place {
        fn gives_way(&self) -> bool {
            self.activity.gives_way().now_or_never().is_some()
        }

        /// Has a new request be in a state.
        fn begin(&self, state: State) -> Stay {
            Request::new(Arc::clone(&self.activity)).begin(state)
        }
    }

    async fn places(crowd: &Arc<Crowd>, count: usize) -> Vec<Place> {
        let mut places = Vec::new();
        for _ in 0..count {
            places.push(crowd.place().await);
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        places
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_has_the_server_waiting_for_longest_gives_way() {
        let crowd = Crowd::new(4);
        let mut places = places(&crowd, 4).await;
        // The first one is answered, the second is waited for although it has a request, and the third was answered lately.
        let _under_way = places[0].begin(State::UnderWay);
        let request = Request::new(Arc::clone(&places[1].activity));
        let _waiting = [State::UnderWay, State::Awaited].map(|state| request.begin(state));
        drop(places[2].begin(State::UnderWay));
        for expected in [3, 1, 1] {
            assert!(crowd.place().now_or_never().is_none());
            let gives_way = places.iter().position(Place::gives_way);
            assert_eq!(gives_way, Some(expected));
            places.remove(expected);
            let next = crowd.place().now_or_never().unwrap();
            drop(next.begin(State::UnderWay));
            places.push(next);
            tokio::time::advance(Duration::from_secs(1)).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn while_the_server_is_at_work_for_all_one_more_waits_for_the_first_that_is_done() {
        let crowd = Crowd::new(2);
        let places = places(&crowd, 2).await;
        let mut work: Vec<_> = places.iter().map(|it| it.begin(State::UnderWay)).collect();
        let mut next = Box::pin(crowd.place());
        assert!(next.as_mut().now_or_never().is_none());
        assert!(!places.iter().any(Place::gives_way));
        work.pop();
        let begin = Instant::now();
        let leaves = async {
            places[1].activity.gives_way().await;
            drop(places);
        };
        tokio::join!(next, leaves);
        assert!(begin.elapsed() <= LOOK_INTERVAL);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_follows_the_entries_gives_way_before_nobody_does() {
        let crowd = Crowd::new(3);
        let places = places(&crowd, 3).await;
        let mut work: Vec<_> = places.iter().map(|it| it.begin(State::UnderWay)).collect();
        let requests = [1, 2].map(|place| Request::new(Arc::clone(&places[place].activity)));
        for request in &requests {
            tokio::time::advance(Duration::from_secs(1)).await;
            work.extend([State::UnderWay, State::Following].map(|state| request.begin(state)));
        }
        // Beside a stream, both have a request that is answered, and the second one's is.
        drop(work.remove(1));
        assert!(crowd.place().now_or_never().is_none());
        let cut_off = |place: &Place| place.activity.is_cut_off().now_or_never().is_some();
        assert_eq!(places.iter().map(cut_off).collect::<Vec<_>>(), [false, true, false]);
        assert!(!places.iter().any(Place::gives_way));
    }

    #[tokio::test(start_paused = true)]
    async fn streams_of_http_2_are_bounded_and_somebody_gives_way_for_more() {
        let crowd = Crowd::new(10);
        let mut places = places(&crowd, 3).await;
        let mut leave: Vec<_> = (0..HTTP_2_STREAMS_MAX).map(|_| crowd.http_2_stream()).collect();
        assert!(leave.iter().all(Option::is_some) && !places.iter().any(Place::gives_way));
        assert!(crowd.http_2_stream().is_none());
        assert!(!places.iter().any(Place::gives_way), "nobody has the server waiting");
        // For bodies, and for answers to be read.
        let _waiting = [0, 1, 1].map(|place| places[place].begin(State::Awaited));
        places[2].activity.change_unread(|count| *count += 3);
        for _ in 0..2 {
            assert!(crowd.http_2_stream().is_none());
        }
        assert_eq!(places.iter().map(Place::gives_way).collect::<Vec<_>>(), [false, false, true]);
        // Only when that one has left, another does.
        places.pop();
        assert!(crowd.http_2_stream().is_none());
        assert_eq!(places.iter().map(Place::gives_way).collect::<Vec<_>>(), [false, true]);
        leave.pop();
        assert!(crowd.http_2_stream().is_some());
    }
}
