namespace Nabla.Benchmarks.Comparative;

/// <summary>One piece of work that Nabla does and others do as well.</summary>
/// <remarks>
/// The constructor prepares and compiles; <see cref="Measure"/> is steady state. A comparison calls it in turn with the
/// peers' <see cref="Peer.Measure"/>, some rounds long, so that a noisy neighbour disturbs all of them alike.
/// </remarks>
public abstract class Workload : IDisposable
{
    /// <summary>Its name in the table and in the report, spelled as <c>peer.py --list</c> spells it.</summary>
    public abstract string Name { get; }

    /// <summary>What <see cref="Measure"/> and the peers count.</summary>
    public abstract Unit Unit { get; }

    /// <summary>Whom Nabla is held against; each gives one row.</summary>
    public abstract IReadOnlyList<Peer> Peers { get; }

    /// <summary>
    /// How often Nabla and its peers take turns, at most; whole jobs repeat themselves and take one turn.
    /// </summary>
    public virtual int MostRounds => int.MaxValue;

    /// <summary>What the numbers alone do not say, known after measuring; or null.</summary>
    public virtual string? Note => null;

    /// <summary>Runs Nabla's side for a fraction of a second.</summary>
    /// <returns>The median over this round, in <see cref="Unit"/>.</returns>
    public abstract double Measure();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the workload holds; most hold nothing.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
