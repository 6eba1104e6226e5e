namespace Nabla.Data;

/// <summary>Copies numbers into the inputs of programs, whatever their type.</summary>
internal static class ProgramInput
{
    public static void Fill(Replay program, int input, Tensor tensor)
    {
        TensorSpec expected = program.Program.Inputs[input];
        if (tensor.Spec != expected)
        {
            throw new ShapeMismatchException(
                $"The data set gave {tensor.Spec} where its specification says {expected}; "
                + "give what Spec promises.", tensor.Shape, expected.Shape);
        }

        switch (tensor.DType)
        {
            case DType.Float32:
                tensor.CopyTo(program.Input<float>(input));
                break;
            case DType.Float64:
                tensor.CopyTo(program.Input<double>(input));
                break;
            case DType.Int32:
                tensor.CopyTo(program.Input<int>(input));
                break;
            case DType.Int64:
                tensor.CopyTo(program.Input<long>(input));
                break;
            case DType.UInt8:
                tensor.CopyTo(program.Input<byte>(input));
                break;
            default:
                tensor.CopyTo(program.Input<bool>(input));
                break;
        }
    }

    /// <summary>Copies a result of one program into an input of another.</summary>
    public static void Copy(Replay source, int output, Replay destination, int input)
    {
        switch (destination.Program.Inputs[input].DType)
        {
            case DType.Float32:
                source.Output<float>(output).CopyTo(destination.Input<float>(input));
                break;
            case DType.Float64:
                source.Output<double>(output).CopyTo(destination.Input<double>(input));
                break;
            case DType.Int32:
                source.Output<int>(output).CopyTo(destination.Input<int>(input));
                break;
            case DType.Int64:
                source.Output<long>(output).CopyTo(destination.Input<long>(input));
                break;
            case DType.UInt8:
                source.Output<byte>(output).CopyTo(destination.Input<byte>(input));
                break;
            default:
                source.Output<bool>(output).CopyTo(destination.Input<bool>(input));
                break;
        }
    }

    /// <summary>A result of a program as a tensor of its own.</summary>
    public static Tensor Keep(Replay source, int output)
    {
        TensorSpec spec = source.Program.Outputs[output];
        return spec.DType switch
        {
            DType.Float32 => Tensor.From(source.Output<float>(output), spec.Shape),
            DType.Float64 => Tensor.From(source.Output<double>(output), spec.Shape),
            DType.Int32 => Tensor.From(source.Output<int>(output), spec.Shape),
            DType.Int64 => Tensor.From(source.Output<long>(output), spec.Shape),
            DType.UInt8 => Tensor.From(source.Output<byte>(output), spec.Shape),
            _ => Tensor.From(source.Output<bool>(output), spec.Shape),
        };
    }
}
