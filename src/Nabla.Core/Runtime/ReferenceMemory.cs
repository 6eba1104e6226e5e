using Nabla.Compiler;
using Nabla.Graph;

namespace Nabla.Runtime;

/// <summary>Reads and writes operands as doubles.</summary>
internal static unsafe class ReferenceMemory
{
    public static ReferenceTensor Load(nint* slots, Operand operand)
    {
        Shape shape = operand.Layout.Shape;
        var tensor = new ReferenceTensor(new TensorSpec(operand.DType, shape), new double[shape.ElementCount]);
        nint address = slots[operand.Slot];
        for (long i = 0; i < tensor.Values.Length; i++)
        {
            long position = operand.Layout.Offset;
            for (int axis = 0; axis < shape.Rank; axis++)
            {
                position += i / tensor.Stride(axis) % shape[axis] * operand.Layout.Strides[axis];
            }

            tensor[i] = Read(address, operand.DType, position);
        }

        return tensor;
    }

    public static ReferenceTensor Empty(Operand operand) =>
        new(new TensorSpec(operand.DType, operand.Layout.Shape), new double[operand.Layout.Shape.ElementCount]);

    public static void Store(nint* slots, Operand operand, double[] values)
    {
        for (long i = 0; i < values.Length; i++)
        {
            Write(slots[operand.Slot], operand.DType, i, values[i]);
        }
    }

    private static double Read(nint address, DType dtype, long position) => dtype switch
    {
        DType.Float32 => ((float*)address)[position],
        DType.Float64 => ((double*)address)[position],
        DType.Int32 => ((int*)address)[position],
        DType.Int64 => ((long*)address)[position],
        _ => ((byte*)address)[position],
    };

    private static void Write(nint address, DType dtype, long position, double value)
    {
        switch (dtype)
        {
            case DType.Float32:
                ((float*)address)[position] = (float)value;
                break;
            case DType.Float64:
                ((double*)address)[position] = value;
                break;
            case DType.Int32:
                ((int*)address)[position] = unchecked((int)(long)value);
                break;
            case DType.Int64:
                ((long*)address)[position] = (long)value;
                break;
            default:
                ((byte*)address)[position] = unchecked((byte)(long)value);
                break;
        }
    }
}
