using System.Numerics;
using System.Text.Json;

namespace Nabla.Configuration.Types;

internal sealed class IntegerType<T> : ConfigurationType<T> where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    internal override string Expected => "a whole number";

    internal override void Write(ComponentWriter writer, T value) =>
        writer.Json.WriteNumberValue(long.CreateChecked(value));

    internal override T Read(ConfigurationNode node)
    {
        if (node.Kind is not JsonValueKind.Number || !node.Element.TryGetInt64(out long number))
        {
            throw node.Unexpected(Expected);
        }

        return number >= long.CreateChecked(T.MinValue) && number <= long.CreateChecked(T.MaxValue)
            ? T.CreateChecked(number)
            : throw node.Unexpected($"{Expected} from {T.MinValue} to {T.MaxValue}");
    }
}
