namespace Nabla.Backends.Cpu.Programs;

/// <summary>One lowered instruction.</summary>
/// <param name="Operation">What to do.</param>
/// <param name="Kind">
/// The kind of register that the arguments are in, or are taken to when they are masks of the other kind.
/// </param>
/// <param name="Arguments">The registers that are read.</param>
/// <param name="Result">The register that is written.</param>
internal sealed record TileInstruction(LaneOperation Operation, LaneKind Kind, int[] Arguments, int Result)
{
    public override string ToString() =>
        $"r{Result} = {Operation}.{Kind}({string.Join(", ", Arguments.Select(register => $"r{register}"))})";
}
