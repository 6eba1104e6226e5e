namespace Nabla.Compiler;

/// <summary>One step of a program: what a kernel will do, with what it reads and writes.</summary>
/// <param name="Path">The layer that the step belongs to; null outside layers.</param>
public abstract record StepPlan(string? Path)
{
    /// <summary>What the step reads.</summary>
    public abstract IEnumerable<Operand> Reads { get; }

    /// <summary>What the step writes.</summary>
    public abstract IEnumerable<Operand> Writes { get; }

    /// <summary>Whether it can fail on the values that it reads.</summary>
    public virtual bool CanFail => false;

    /// <summary>
    /// Whether output <paramref name="write"/> may share memory with input
    /// <paramref name="read"/> whose life ends here.
    /// </summary>
    public virtual bool AllowsInPlace(Operand read, Operand write) => false;

    /// <summary>What it does, in a word.</summary>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public sealed override string ToString() =>
        $"{string.Join(", ", Writes)} = {Name}({string.Join(", ", Reads)}){(Path is null ? "" : $"  # {Path}")}";
}
