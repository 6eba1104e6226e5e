using System.Globalization;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla;

[System.Diagnostics.DebuggerTypeProxy(typeof(TensorDebugView))]
public sealed partial class Tensor
{
    /// <summary>The numbers, computed if need be, then type and shape.</summary>
    /// <remarks>
    /// Of more than 1000 elements, or 100 rows, only the ends of each axis are shown. A tensor that depends on an input
    /// of a function
    /// being traced has no numbers yet and says so. Debuggers do not call this: looking at a variable computes nothing.
    /// </remarks>
    /// <example><code>
    /// [[1., 2., 3.],
    ///  [4., 5., 6.]] float32[2, 3]
    /// </code></example>
    public override string ToString()
    {
        return !IsEvaluated && DependsOnTrace()
            ? $"{Spec} computed by {Node?.Op.Name} in a traced function"
            : $"{Numbers()} {Spec}";
    }

    private string Numbers()
    {
        Evaluate();
        switch (DType)
        {
            case DType.Float32:
                float[] singles = ToArray<float>();
                return TensorFormatter.Write(Shape, i => singles[i]);
            case DType.Float64:
                double[] doubles = ToArray<double>();
                return TensorFormatter.Write(Shape, i => doubles[i]);
            case DType.Int32:
                int[] integers = ToArray<int>();
                return TensorFormatter.Write(Shape, i => integers[i].ToString(CultureInfo.InvariantCulture));
            case DType.Int64:
                long[] longs = ToArray<long>();
                return TensorFormatter.Write(Shape, i => longs[i].ToString(CultureInfo.InvariantCulture));
            case DType.UInt8:
                byte[] bytes = ToArray<byte>();
                return TensorFormatter.Write(Shape, i => bytes[i].ToString(CultureInfo.InvariantCulture));
            default:
                bool[] bools = ToArray<bool>();
                return TensorFormatter.Write(Shape, i => bools[i] ? "true" : "false");
        }
    }

    private bool DependsOnTrace() => GraphOrder.Of([this]).Exists(node => node.Op is PlaceholderOp or VariableOp);
}
