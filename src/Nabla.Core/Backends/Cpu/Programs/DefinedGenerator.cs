using Nabla.Graph;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>
/// Makes the numbers of a generator one by one by its definition, where nothing faster is registered.
/// </summary>
internal sealed unsafe class DefinedGenerator(GeneratorOp op) : TileGenerator
{
    public override void Fill(long counter, long start, byte* destination, int count)
    {
        for (int i = 0; i < count; i++)
        {
            double value = op.Reference(counter, start + i);
            switch (op.ResultType)
            {
                case DType.Float32:
                    ((float*)destination)[i] = (float)value;
                    break;
                case DType.Float64:
                    ((double*)destination)[i] = value;
                    break;
                case DType.Int32:
                    ((int*)destination)[i] = (int)value;
                    break;
                case DType.Int64:
                    ((long*)destination)[i] = (long)value;
                    break;
                default:
                    destination[i] = (byte)value;
                    break;
            }
        }
    }
}
