namespace Nabla.Benchmarks.Comparative;

/// <summary>How much time a comparison spends on being sure.</summary>
/// <param name="Rounds">How often Nabla and its peers take turns.</param>
/// <param name="Samples">Batches timed in one round; their median is the round's result.</param>
/// <param name="BatchSeconds">The least duration of a batch: long against the clock's cost.</param>
/// <param name="Trainings">How often a whole training is run.</param>
public sealed record Effort(int Rounds, int Samples, double BatchSeconds, int Trainings)
{
    /// <summary>What figures that are told to others are taken with.</summary>
    public static Effort Full { get; } = new(Rounds: 5, Samples: 15, BatchSeconds: 0.02, Trainings: 3);

    /// <summary>Enough to see that everything works, and a first impression of where it stands.</summary>
    public static Effort Quick { get; } = new(Rounds: 1, Samples: 9, BatchSeconds: 0.005, Trainings: 1);
}
