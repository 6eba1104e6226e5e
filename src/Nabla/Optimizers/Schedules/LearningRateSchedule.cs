namespace Nabla;

/// <summary>How the learning rate changes from the first step of training to the last.</summary>
/// <remarks>
/// A schedule of your own states its formula in <see cref="RateAt"/>, a pure function of how far training has come.
/// </remarks>
[ComponentFamily("schedule")]
public abstract class LearningRateSchedule
{
    /// <summary>The learning rate of the step that comes next.</summary>
    /// <param name="progress">How far training has come: 0 before the first step, towards 1 before the last.</param>
    public abstract double RateAt(double progress);

    /// <summary>A smooth way from one rate to another, flat at both ends.</summary>
    /// <remarks>Computes <c>to + (from − to) · (1 + cos(π · share)) / 2</c>.</remarks>
    /// <param name="from">The rate at the start.</param>
    /// <param name="to">The rate at the end.</param>
    /// <param name="share">How much of the way is behind, from 0 to 1.</param>
    protected static double Cosine(double from, double to, double share) =>
        to + ((from - to) * (1 + Math.Cos(Math.PI * share)) / 2);

    /// <summary>Checks a rate: finite, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    protected static double CheckRate(double rate, string name) => rate >= 0 && double.IsFinite(rate)
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, $"The {name} is a finite number of 0 or more.");
}
