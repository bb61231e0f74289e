// Only the parts the cockpit draws with; loaded when the page is idle, never with the first bundle.
import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, GridComponent, LegendComponent, ScatterChart, SVGRenderer, TooltipComponent]);

export { init };
