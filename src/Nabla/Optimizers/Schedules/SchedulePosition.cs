namespace Nabla;

/// <summary>How far training has come: what a schedule is asked with.</summary>
/// <param name="Step">The number of the step that comes next; 0 is the first.</param>
/// <param name="Steps">The steps that training is going to have; null where nobody knows.</param>
/// <param name="StepsPerEpoch">The steps of an epoch; null where nobody knows.</param>
public readonly record struct SchedulePosition(long Step, long? Steps = null, long? StepsPerEpoch = null)
{
    /// <summary>The position as seen by a part of training that begins later.</summary>
    /// <param name="steps">The steps before that part.</param>
    public SchedulePosition After(long steps) => this with { Step = Step - steps, Steps = Steps - steps };
}
