using System.Runtime.CompilerServices;
using Nabla.Graph;

namespace Nabla.Compiler.Simplify;

/// <summary>Two nodes with equal keys compute the same: equal operations on the very same inputs.</summary>
internal readonly struct NodeKey(Op op, Tensor[] inputs) : IEquatable<NodeKey>
{
    private readonly Op _op = op;
    private readonly Tensor[] _inputs = inputs;

    public bool Equals(NodeKey other)
    {
        if (_inputs.Length != other._inputs.Length || !_op.Equals(other._op))
        {
            return false;
        }

        for (int i = 0; i < _inputs.Length; i++)
        {
            if (!ReferenceEquals(_inputs[i], other._inputs[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is NodeKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_op);
        foreach (Tensor input in _inputs)
        {
            hash.Add(RuntimeHelpers.GetHashCode(input));
        }

        return hash.ToHashCode();
    }
}
