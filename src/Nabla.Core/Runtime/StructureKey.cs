using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>The structure of an untraced graph, without its numbers: equal structures run the same program.</summary>
/// <remarks>
/// CLR scalars are inputs like evaluated tensors are, so that <c>x * 0.1</c> and <c>x * 0.2</c> are one program.
/// </remarks>
internal sealed class StructureKey : IEquatable<StructureKey>
{
    private readonly Op[] _ops;
    private readonly string?[] _failingPaths;
    private readonly int[] _wiring;
    private readonly TensorSpec[] _leaves;
    private readonly Backend _backend;
    private readonly int _hash;

    public StructureKey(Op[] ops, string?[] failingPaths, int[] wiring, TensorSpec[] leaves, Backend backend)
    {
        (_ops, _failingPaths, _wiring, _leaves, _backend) = (ops, failingPaths, wiring, leaves, backend);
        var hash = new HashCode();
        hash.Add(backend);
        foreach (Op op in ops)
        {
            hash.Add(op);
        }

        foreach (int wire in wiring)
        {
            hash.Add(wire);
        }

        foreach (TensorSpec leaf in leaves)
        {
            hash.Add(leaf);
        }

        _hash = hash.ToHashCode();
    }

    public bool Equals(StructureKey? other) => other is not null && _hash == other._hash && _backend == other._backend
        && _wiring.AsSpan().SequenceEqual(other._wiring) && _leaves.AsSpan().SequenceEqual(other._leaves)
        && _ops.AsSpan().SequenceEqual(other._ops) && _failingPaths.AsSpan().SequenceEqual(other._failingPaths);

    public override bool Equals(object? obj) => Equals(obj as StructureKey);

    public override int GetHashCode() => _hash;
}
