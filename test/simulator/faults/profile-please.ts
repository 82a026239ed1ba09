/** The message with which a profiled thread is asked for its profile; the thread's own work passes it over. */
export const PROFILE_PLEASE = 'profile, please';
